package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;

import java.util.regex.Pattern;

/**
 * What MXNet has recorded, before it is walked back. Of two operations it is known that their
 * gradients are then wrong.
 *
 * @param json as MXNet writes it down
 * @param doublePrecision without oneDNN, which computes in single precision alone
 */
record MxNetGraph(String json, boolean doublePrecision) {

    private static final boolean ONE_DNN = !"0".equals(System.getenv("MXNET_MKLDNN_ENABLED"));
    private static final Pattern MAX_POOLING = Pattern.compile("\"pool_type\": \"max\"");
    private static final Pattern RECURRENT_DROPOUT =
            Pattern.compile("\"op\": \"RNN\"[^}]*\"p\": \"(?!0(\\.0*)?\")");

    /** The graph that led to an array. */
    static MxNetGraph of(NDArray array) {
        return new MxNetGraph(MxNetAutograd.graph(array), array.getDataType() == DataType.FLOAT64);
    }

    /**
     * Demands that its gradients are right.
     *
     * @param mode of the forward pass
     * @throws NotAvailableException if an operation is known to have wrong ones
     */
    void requireRightGradients(Mode mode) {
        // Where each maximum was is noted in training mode only.
        if (mode == Mode.INFERENCE && ONE_DNN && !doublePrecision && holds(MAX_POOLING)) {
            throw new NotAvailableException(
                    "MXNet gives wrong gradients of max pooling in inference mode, unless the environment variable MXNET_MKLDNN_ENABLED=0 turns oneDNN off");
        }
        // It is applied in inference mode, too, and no seed governs it.
        if (doublePrecision && holds(RECURRENT_DROPOUT)) {
            throw new NotAvailableException(
                    "MXNet gives wrong gradients of dropout within a recurrent block in double precision");
        }
    }

    private boolean holds(Pattern pattern) {
        return pattern.matcher(json).find();
    }
}
