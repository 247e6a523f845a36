package dev.mltest.diagnosis;

import dev.mltest.evidence.TrialEvidence;
import dev.mltest.experiment.Trial;
import dev.mltest.experiment.treatment.Unchanged;
import dev.mltest.model.Numbers;

import java.util.Set;

/** Taken away by following the data gradient by hand, without any penalty, where weights shrink. */
final class PenaltyIsTooStrong implements Cause {

    private static final double SHRUNK = 0.5;

    @Override
    public String name() {
        return "penalty-is-too-strong";
    }

    @Override
    public String statement() {
        return "a penalty on the weights outweighs the data";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(Symptom.DOES_NOT_LEARN, Symptom.SHRINKS);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        TrialEvidence unchanged = inquiry.ask(new Trial(new Unchanged()));
        if (!(unchanged.size() < SHRUNK)) {
            return refuted(
                    "optimizer",
                    "the weights do not shrink: after %d steps their norm is %s times what it was"
                            .formatted(unchanged.steps(), Numbers.text(unchanged.size())));
        }
        Comparison comparison = Comparison.byHand(inquiry);
        String shrunk = "the weights shrink to %s of their norm; "
                .formatted(Numbers.text(unchanged.size()));
        String evidence = shrunk + comparison.describe("following the data gradient alone");
        return comparison.cures()
                ? confirmed("optimizer", evidence)
                : refuted("optimizer", evidence);
    }
}
