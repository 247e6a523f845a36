package dev.mltest.diagnosis;

import dev.mltest.evidence.NudgeEvidence;
import dev.mltest.evidence.NudgeEvidence.Nudge;

import java.util.Optional;
import java.util.Set;

/** Seen directly: neither does a gradient arrive, nor does nudging the parameter move the loss. */
final class ParameterIsNotUsed implements Cause {

    @Override
    public String name() {
        return "parameter-is-not-used";
    }

    @Override
    public String statement() {
        return "nothing uses it on the way to the loss";
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
        Optional<Nudge> last = silent.last(nudged, false);
        return last.map(nudge -> confirmed(
                        silent.describe(nudge),
                        "nudging it by 1 % leaves the loss as it is, on each of the batches"))
                .orElseGet(() -> refuted(
                        silent.describe(nudged.nudges().get(0)), "nudging it moves the loss"));
    }
}
