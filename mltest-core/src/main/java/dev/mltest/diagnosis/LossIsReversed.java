package dev.mltest.diagnosis;

import dev.mltest.evidence.PerfectOutputsEvidence;
import dev.mltest.experiment.PerfectOutputs;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Numbers;

import java.util.Set;

/** Seen directly, by what the loss charges for right and for wrong outputs. */
final class LossIsReversed implements Cause {

    @Override
    public String name() {
        return "loss-is-reversed";
    }

    @Override
    public String statement() {
        return "the loss is smaller for worse outputs";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(
                Symptom.REWARDS_WRONG,
                Symptom.DOES_NOT_LEARN,
                Symptom.STARTS_WRONG,
                Symptom.CLIMBS,
                Symptom.SOFTMAX_MISPLACED);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        PerfectOutputsEvidence charged = inquiry.ask(new PerfectOutputs());
        boolean byScores = Double.isFinite(charged.rightScores() + charged.wrongScores());
        double right = byScores ? charged.rightScores() : charged.rightProbabilities();
        double wrong = byScores ? charged.wrongScores() : charged.wrongProbabilities();
        if (Double.isNaN(right) || Double.isNaN(wrong)) {
            throw new NotAvailableException("the loss cannot be evaluated at given outputs");
        }
        String evidence = "it charges %s for right outputs and %s for wrong ones"
                .formatted(Numbers.text(right), Numbers.text(wrong));
        return right > wrong ? confirmed("loss", evidence) : refuted("loss", evidence);
    }
}
