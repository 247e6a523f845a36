package dev.mltest.evidence;

import java.util.List;

/**
 * How far the outputs of forward passes in training mode are apart, from one seed to the next.
 *
 * @param outputs one entry for each batch and output
 */
public record NoiseEvidence(List<OutputNoise> outputs) implements Evidence {

    /** Keeps its own copy. */
    public NoiseEvidence {
        outputs = List.copyOf(outputs);
    }

    /**
     * One output on one batch.
     *
     * @param name its name
     * @param difference largest difference of an element; NaN if one is not a number
     * @param scale largest absolute element
     * @param epsilon distance from 1 to the next number in its type
     */
    public record OutputNoise(String name, double difference, double scale, double epsilon) {

        private static final double UNITS = 64;

        /** How far round-off alone may move an element. */
        public double roundOff() {
            return UNITS * epsilon * scale;
        }
    }

    /** Whether any output moved by more than round-off. */
    public boolean isNoisy() {
        return outputs.stream().anyMatch(output -> !(output.difference() <= output.roundOff()));
    }
}
