package dev.mltest.evidence;

import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * What predicting does to the model and to later predictions.
 *
 * @param batchSize number of examples
 * @param predictions how often something was predicted between the first look and the last
 * @param refusal why batches of another size could not be predicted; empty if they could
 * @param outputs one entry for each output
 * @param parameters one entry for each parameter; none for a model that can only predict
 */
public record PredictingEvidence(
        int batchSize,
        int predictions,
        String refusal,
        List<Output> outputs,
        List<ParameterMovement> parameters)
        implements Evidence {

    /** Keeps its own copies. */
    public PredictingEvidence {
        outputs = List.copyOf(outputs);
        parameters = List.copyOf(parameters);
    }

    /**
     * One output, and how far its elements move at most.
     *
     * @param name its name
     * @param again when the same batch is predicted once more
     * @param afterOthers when other batches are predicted in between
     * @param reversed when the examples stand in reverse order
     * @param prefix when only the first half of the examples is predicted; NaN if refused
     * @param alone when an example is predicted alone; NaN if refused
     * @param roundOff when the inputs are moved by one unit in the last place; NaN if they are not
     *     floating-point numbers
     * @param scale largest absolute element
     * @param epsilon distance from 1 to the next number in its type
     * @param isFinite whether all elements are finite
     */
    public record Output(
            String name,
            double again,
            double afterOthers,
            double reversed,
            double prefix,
            double alone,
            double roundOff,
            double scale,
            double epsilon,
            boolean isFinite) {

        private static final double UNITS = 256;
        private static final double FACTOR = 64;

        /** How far round-off alone may move an element of an output that is not noisy. */
        public double tolerance() {
            double measured = Double.isFinite(roundOff) ? FACTOR * roundOff : 0;
            return Math.max(UNITS * epsilon * scale, measured);
        }

        /** Whether two predictions of one batch in a row differ by more than round-off. */
        public boolean isNoisy() {
            return !(again <= UNITS * epsilon * scale);
        }
    }

    /**
     * One parameter.
     *
     * @param path its place
     * @param changed how many elements differ after all predictions, bit for bit
     * @param moved largest change of an element
     */
    public record ParameterMovement(ParameterPath path, long changed, double moved) {}
}
