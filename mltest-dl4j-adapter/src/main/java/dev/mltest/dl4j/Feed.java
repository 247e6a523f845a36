package dev.mltest.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A batch as DL4J takes it.
 *
 * @param inputs one for every input of the network
 * @param targets one for every output, or none
 * @param inputMasks one place for every input, or null if there is none at all
 * @param targetMasks one place for every output, or null if there is none at all
 */
record Feed(
        INDArray[] inputs,
        INDArray[] targets,
        @Nullable INDArray @Nullable [] inputMasks,
        @Nullable INDArray @Nullable [] targetMasks)
        implements AutoCloseable {

    /** Number of examples. */
    long size() {
        return inputs[0].size(0);
    }

    /** Whether there is something to compute a loss with. */
    boolean hasTargets() {
        return targets.length > 0;
    }

    /** The mask of the first input. */
    @Nullable
    INDArray inputMask() {
        return inputMasks == null ? null : inputMasks[0];
    }

    /** The mask of the first target. */
    @Nullable
    INDArray targetMask() {
        return targetMasks == null ? null : targetMasks[0];
    }

    /** The same without targets. */
    Feed withoutTargets() {
        return new Feed(inputs, new INDArray[0], inputMasks, null);
    }

    /** Frees all arrays. */
    @Override
    public void close() {
        free(inputs);
        free(targets);
        free(inputMasks);
        free(targetMasks);
    }

    private static void free(@Nullable INDArray @Nullable [] arrays) {
        for (int i = 0; arrays != null && i < arrays.length; i++) {
            INDArray array = arrays[i];
            if (array != null && array.closeable()) {
                array.close();
            }
        }
    }
}
