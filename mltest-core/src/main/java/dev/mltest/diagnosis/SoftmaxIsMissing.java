package dev.mltest.diagnosis;

import dev.mltest.evidence.PerfectOutputsEvidence;
import dev.mltest.experiment.PerfectOutputs;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Numbers;

import java.util.Set;

/**
 * Seen directly, by what the loss charges for right probabilities, and by outputs that are none.
 */
final class SoftmaxIsMissing implements Cause {

    @Override
    public String name() {
        return "softmax-is-missing";
    }

    @Override
    public String statement() {
        return "the loss expects softmax to be applied already";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(
                Symptom.REWARDS_WRONG,
                Symptom.DOES_NOT_LEARN,
                Symptom.STARTS_WRONG,
                Symptom.SOFTMAX_MISPLACED,
                Symptom.OVERFLOWS);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        PerfectOutputsEvidence charged = inquiry.ask(new PerfectOutputs());
        if (Double.isNaN(charged.rightProbabilities())) {
            throw new NotAvailableException("the task knows no probabilities");
        }
        OutputRange range = OutputRange.of(inquiry);
        String evidence = "right probabilities cost %s; %s"
                .formatted(Numbers.text(charged.rightProbabilities()), range.describe());
        boolean missing = charged.takesProbabilities() && range.isThatOfScores();
        return missing ? confirmed("output", evidence) : refuted("output", evidence);
    }
}
