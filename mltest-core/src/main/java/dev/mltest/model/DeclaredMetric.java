package dev.mltest.model;

/**
 * States how the user measures quality.
 *
 * @param metric a number for outputs and a batch
 * @param higherIsBetter whether more of it is better
 */
public record DeclaredMetric(Metric metric, boolean higherIsBetter) implements Declaration {

    /** A number that says how good outputs are. */
    @FunctionalInterface
    public interface Metric {

        /** Measures outputs of the model for a batch against the batch's targets. */
        double of(NamedTensors outputs, Batch batch);
    }

    /**
     * Measures.
     *
     * @throws ConfigurationException if the user's code throws
     */
    public double value(NamedTensors outputs, Batch batch) {
        return Attempt.of("the declared metric", () -> metric.of(outputs, batch));
    }
}
