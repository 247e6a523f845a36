package dev.mltest.diagnosis;

import dev.mltest.evidence.NudgeEvidence;
import dev.mltest.evidence.NudgeEvidence.Nudge;
import dev.mltest.model.Numbers;

import java.util.Optional;
import java.util.Set;

/** Seen directly: nudging a parameter moves the loss, while its gradient is exactly zero. */
final class GradientIsCut implements Cause {

    @Override
    public String name() {
        return "gradient-is-cut";
    }

    @Override
    public String statement() {
        return "the gradient is cut on the way back";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(Symptom.RECEIVES_NOTHING, Symptom.STANDS_STILL);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        Silent silent = Silent.of(inquiry);
        if (silent.parameters().isEmpty()) {
            return refuted("model", "every trainable parameter receives a gradient");
        }
        NudgeEvidence nudged = silent.nudged(inquiry);
        Optional<Nudge> last = silent.last(nudged, true);
        return last.map(nudge -> confirmed(
                        silent.describe(nudge),
                        "its gradient is exactly 0, yet nudging it by 1 %% moves the loss by %s"
                                .formatted(Numbers.text(nudge.lossChange()))))
                .orElseGet(() -> refuted(
                        silent.describe(nudged.nudges().get(0)),
                        "nudging what receives no gradient does not move the loss either"));
    }
}
