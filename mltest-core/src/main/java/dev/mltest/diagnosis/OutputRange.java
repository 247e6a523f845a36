package dev.mltest.diagnosis;

import dev.mltest.evidence.OutputProfile;
import dev.mltest.evidence.SoftmaxEvidence;
import dev.mltest.experiment.SoftmaxPlace;
import dev.mltest.model.Numbers;

/**
 * Where outputs can get to when the last layer is scaled up a hundredfold.
 *
 * @param outputs as they are
 * @param scaled with the last layer scaled up
 */
record OutputRange(OutputProfile outputs, OutputProfile scaled) {

    private static final double REACTS = 0.2;
    private static final double GROWS = 10;
    private static final double TOLERANCE = 1e-3;

    static OutputRange of(Inquiry inquiry) {
        SoftmaxEvidence seen = inquiry.ask(new SoftmaxPlace());
        return new OutputRange(seen.outputs(), seen.scaledOutputs());
    }

    /** Whether they react to the weights, yet stay probabilities. */
    boolean isThatOfProbabilities() {
        boolean reacts = scaled.max() - scaled.min() > REACTS;
        return scaled.isWithinUnitInterval() && reacts && !grows();
    }

    /** Whether they grow with the weights, as scores do. */
    boolean isThatOfScores() {
        return !scaled.isWithinUnitInterval() || grows();
    }

    /** Whether not even a weight of 100 makes a class certain: softmax of probabilities cannot. */
    boolean isThatOfSoftmaxTwice() {
        double most = Math.E / (Math.E + scaled.width() - 1);
        return scaled.isDistribution(TOLERANCE) && scaled.max() <= most + TOLERANCE;
    }

    String describe() {
        return "the outputs, the last layer scaled up, reach from %s to %s"
                .formatted(Numbers.text(scaled.min()), Numbers.text(scaled.max()));
    }

    private boolean grows() {
        boolean sumsToOne = scaled.isDistribution(TOLERANCE);
        return !sumsToOne && scaled.maxAbs() > GROWS * outputs.maxAbs();
    }
}
