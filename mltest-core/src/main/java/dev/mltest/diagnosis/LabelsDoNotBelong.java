package dev.mltest.diagnosis;

import dev.mltest.evidence.AssociationEvidence;
import dev.mltest.experiment.Association;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Numbers;

import java.util.Set;

/** Seen directly: what is learnt of some examples says nothing about others. */
final class LabelsDoNotBelong implements Cause {

    @Override
    public String name() {
        return "labels-do-not-belong-to-inputs";
    }

    @Override
    public String statement() {
        return "the labels say nothing about the inputs";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(Symptom.DOES_NOT_GENERALISE);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        AssociationEvidence seen = inquiry.ask(new Association());
        String evidence =
                "trained to %s (to %s with labels dealt out at random), it comes to %s on other examples, where chance is %s"
                        .formatted(
                                Numbers.text(seen.seen()),
                                Numbers.text(seen.dealt()),
                                Numbers.text(seen.unseen()),
                                Numbers.text(seen.chance()));
        if (!seen.isLearnt()) {
            throw new NotAvailableException("what was trained on was not learnt: " + evidence);
        }
        return seen.isMissing()
                ? confirmed("training data", evidence)
                : refuted("training data", evidence);
    }
}
