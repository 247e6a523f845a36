package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/** Writes into arrays that others hold on to. */
final class InPlace {

    static final NDIndex EVERYTHING = new NDIndex("...");

    private InPlace() {}

    /** Overwrites an array's values; copies of other types or on other devices are converted. */
    static void write(NDArray target, NDArray values) {
        NDArray fitting =
                values.toType(target.getDataType(), false).toDevice(target.getDevice(), false);
        target.stopGradient().set(EVERYTHING, fitting);
    }
}
