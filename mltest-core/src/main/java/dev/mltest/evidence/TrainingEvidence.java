package dev.mltest.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A short training over shuffled batches, looked at from time to time.
 *
 * @param scale how much of each of the optimiser's updates was applied
 * @param heldOut whether it was looked at on validation data
 * @param stepsPerEpoch steps that see each training example once
 * @param steps steps taken
 * @param floor smallest loss that any outputs have; NaN if unknown
 * @param constant loss of the best constant outputs (chosen on training data) on each batch that
 *     was looked at; NaN if unknown
 * @param looks at the start, from time to time, and at the end
 */
public record TrainingEvidence(
        double scale,
        boolean heldOut,
        int stepsPerEpoch,
        int steps,
        double floor,
        List<Double> constant,
        List<Look> looks)
        implements Evidence {

    /** Keeps its own copies. */
    public TrainingEvidence {
        constant = List.copyOf(constant);
        looks = List.copyOf(looks);
    }

    /**
     * One moment of the training.
     *
     * @param step steps taken before
     * @param losses loss on each of the same batches, in inference mode
     * @param trainingLoss mean loss of the steps since the look before, as training saw it; NaN at
     *     the start
     * @param update Euclidean norm of the next update
     * @param gradient Euclidean norm of the gradient it was made from
     * @param weights Euclidean norm of all trainable parameters
     */
    public record Look(
            int step,
            List<Double> losses,
            double trainingLoss,
            double update,
            double gradient,
            double weights) {

        /** Keeps its own copy. */
        public Look {
            losses = List.copyOf(losses);
        }

        /** Mean loss. */
        public double loss() {
            return mean(losses);
        }
    }

    /** The look before the first step. */
    public Look start() {
        return looks.get(0);
    }

    /** The last look. */
    public Look end() {
        return looks.get(looks.size() - 1);
    }

    /** The look with the smallest loss after the start; what is not a number counts as largest. */
    public Look best() {
        return looks.stream()
                .skip(1)
                .min(Comparator.comparingDouble(Look::loss))
                .orElse(start());
    }

    /** Among how many looks the best one was chosen: each was a chance to look good by chance. */
    public int looksAfterTheStart() {
        return Math.max(1, looks.size() - 1);
    }

    /** The look before which training went best: chosen without the batches that are looked at. */
    public Look bestInTraining() {
        return looks.stream()
                .skip(1)
                .min(Comparator.comparingDouble(Look::trainingLoss))
                .orElse(start());
    }

    /** Mean loss of the best constant outputs. */
    public double constantLoss() {
        return mean(constant);
    }

    /** What was gained over the best constant outputs, batch by batch, at the best look. */
    public double[] gains() {
        return differences(constant, best().losses());
    }

    /** One minus the other, batch by batch. */
    public static double[] differences(List<Double> one, List<Double> other) {
        return IntStream.range(0, one.size())
                .mapToDouble(i -> one.get(i) - other.get(i))
                .toArray();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }
}
