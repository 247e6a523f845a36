package dev.mltest.diagnosis;

import dev.mltest.evidence.PerfectOutputsEvidence;
import dev.mltest.experiment.PerfectOutputs;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Numbers;

import java.util.Set;

/**
 * Seen directly: by what the loss charges for right probabilities and for right scores, or by
 * outputs that no weights make certain.
 */
final class SoftmaxIsAppliedTwice implements Cause {

    @Override
    public String name() {
        return "softmax-is-applied-twice";
    }

    @Override
    public String statement() {
        return "softmax is applied to what is a probability already";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(
                Symptom.REWARDS_WRONG,
                Symptom.DOES_NOT_LEARN,
                Symptom.STARTS_WRONG,
                Symptom.SOFTMAX_MISPLACED);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        PerfectOutputsEvidence charged = inquiry.ask(new PerfectOutputs());
        if (Double.isNaN(charged.rightProbabilities())) {
            throw new NotAvailableException("the task knows no probabilities");
        }
        OutputRange range = OutputRange.of(inquiry);
        String evidence = "%s; right probabilities cost %s, right scores %s"
                .formatted(
                        range.describe(),
                        Numbers.text(charged.rightProbabilities()),
                        Numbers.text(charged.rightScores()));
        boolean inLoss = !charged.takesProbabilities() && charged.takesScores();
        boolean twice = range.isThatOfProbabilities() && (inLoss || range.isThatOfSoftmaxTwice());
        return twice ? confirmed("output", evidence) : refuted("output", evidence);
    }
}
