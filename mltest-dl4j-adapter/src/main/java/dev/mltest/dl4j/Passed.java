package dev.mltest.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.Map;

/**
 * What DL4J's own backward pass left behind.
 *
 * @param loss the data loss
 * @param gradients by DL4J's keys; sums over the examples
 * @param inputs d / d input, for every input; null where it did not arrive
 */
record Passed(
        double loss,
        Map<String, INDArray> gradients,
        @Nullable INDArray[] inputs) {}
