package dev.mltest.diagnosis;

import dev.mltest.experiment.treatment.ReferenceDescent;
import dev.mltest.model.Mode;
import dev.mltest.model.Numbers;

import java.util.Set;

/** Taken away by following gradients of inference mode instead. */
final class TrainingNoiseIsTooStrong implements Cause {

    @Override
    public String name() {
        return "training-noise-is-too-strong";
    }

    @Override
    public String statement() {
        return "the noise of training mode hides the signal";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(Symptom.DOES_NOT_LEARN, Symptom.DROWNS);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        Comparison quiet = Comparison.of(inquiry, new ReferenceDescent(Mode.INFERENCE));
        String place = "training mode";
        if (!quiet.cures()) {
            return refuted(place, quiet.describe("with gradients of inference mode"));
        }
        Comparison noisy = Comparison.byHand(inquiry);
        String evidence = quiet.describe("with gradients of inference mode")
                + "; with those of training mode, followed in the same way, to "
                + Numbers.text(noisy.treated().best());
        return noisy.cures() ? refuted(place, evidence) : confirmed(place, evidence);
    }
}
