package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

import java.util.Collection;

/** Writes into arrays that others hold on to. */
final class InPlace {

    private static final NDIndex EVERYTHING = new NDIndex("...");

    private InPlace() {}

    /** Overwrites an array's values; copies of other types or on other devices are converted. */
    static void write(NDArray target, NDArray values) {
        NDArray fitting =
                values.toType(target.getDataType(), false).toDevice(target.getDevice(), false);
        target.stopGradient().set(EVERYTHING, fitting);
    }

    /** Sets all gradients to zero, NaN included. */
    static void clearGradients(Collection<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            JniUtils.zeroGrad((PtNDArray) parameter.getArray());
        }
    }
}
