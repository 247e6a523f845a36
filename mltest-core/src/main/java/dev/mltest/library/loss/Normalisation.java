package dev.mltest.library.loss;

import dev.mltest.evidence.SoftmaxEvidence;
import dev.mltest.model.Task;
import dev.mltest.model.Task.OutputForm;

/** Tells from what happens whether the model, or the loss, turns scores into probabilities. */
final class Normalisation {

    private static final double TOLERANCE = 1e-3;
    private static final double MUCH_LESS = 0.5;

    private Normalisation() {}

    static boolean isDistribution(SoftmaxEvidence evidence) {
        return evidence.outputs().isDistribution(TOLERANCE)
                && evidence.scaledOutputs().isDistribution(TOLERANCE)
                && evidence.turnedOutputs().isDistribution(TOLERANCE);
    }

    /** Logarithms of probabilities are normalised, and normalising them again changes nothing. */
    static boolean isLogDistribution(SoftmaxEvidence evidence) {
        return evidence.outputs().isLogDistribution(TOLERANCE)
                && evidence.scaledOutputs().isLogDistribution(TOLERANCE)
                && evidence.turnedOutputs().isLogDistribution(TOLERANCE);
    }

    static boolean isUnitInterval(SoftmaxEvidence evidence) {
        return evidence.outputs().isWithinUnitInterval()
                && evidence.scaledOutputs().isWithinUnitInterval()
                && evidence.turnedOutputs().isWithinUnitInterval()
                && evidence.scaledOutputs().maxAbs() + evidence.turnedOutputs().maxAbs() > 0;
    }

    /**
     * Logits of 8 that point at the labels cost next to nothing, far less than 0 and 1 do; taken
     * for probabilities they cost less than nothing, or no number comes out.
     */
    static boolean squashesInLoss(SoftmaxEvidence evidence, OutputForm form) {
        if (Double.isNaN(evidence.crispLoss())) {
            return form == OutputForm.LOGITS;
        }
        return form == OutputForm.LOGITS
                ? evidence.boldLoss() >= 0
                : evidence.boldLoss() >= 0
                        && evidence.boldLoss() < MUCH_LESS * evidence.crispLoss();
    }

    static boolean normalisesInLoss(SoftmaxEvidence evidence, Task.Classification task) {
        return Double.isNaN(evidence.shiftedLoss())
                ? task.form() == OutputForm.LOGITS
                : ignoresShift(evidence);
    }

    private static boolean ignoresShift(SoftmaxEvidence evidence) {
        double change = Math.abs(evidence.shiftedLoss() - evidence.loss());
        return change <= TOLERANCE * Math.max(1, Math.abs(evidence.loss()));
    }
}
