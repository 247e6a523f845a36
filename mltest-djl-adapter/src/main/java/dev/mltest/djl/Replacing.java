package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;

/** Gives a parameter another array, which DJL allows only by initialising it again. */
final class Replacing {

    private Replacing() {}

    /** The parameter's array becomes this one; the old one is freed. */
    static void array(Parameter parameter, NDArray array, NDManager owner) {
        NativeMemory.keep(array, owner);
        parameter.close();
        parameter.setInitializer((manager, shape, type) -> array);
        parameter.initialize(owner, array.getDataType());
    }
}
