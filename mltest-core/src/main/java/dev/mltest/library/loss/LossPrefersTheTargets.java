package dev.mltest.library.loss;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.PreferenceEvidence;
import dev.mltest.evidence.PreferenceEvidence.Label;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.LossPreference;
import dev.mltest.model.Numbers;
import dev.mltest.model.Task;

import java.util.List;
import java.util.Set;

/**
 * Outputs that point at the labels cost less than outputs that favour nothing, for the examples of
 * every class. A class that the loss leaves out, as with weight 0, costs the same either way and is
 * not judged.
 */
public final class LossPrefersTheTargets implements Check {

    @Override
    public String id() {
        return "loss-prefers-the-targets";
    }

    @Override
    public String claim() {
        return "should have a smaller loss when its outputs point at the targets";
    }

    @Override
    public String because() {
        return "training follows the loss, away from the targets if that is cheaper";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new LossPreference());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        Task task = book.subject().task();
        if (!(task instanceof Task.Classification
                || task instanceof Task.MultiLabel
                || task instanceof Task.LanguageModel)) {
            return new Outcome.NotApplicable(
                    "the task, %s, has no labels to point at".formatted(task.describe()));
        }
        PreferenceEvidence evidence = book.of(new LossPreference()).get(0);
        List<Label> judged = evidence.labels().stream()
                .filter(label ->
                        label.towards() != label.neutral() || label.away() != label.neutral())
                .toList();
        if (judged.isEmpty() && !evidence.labels().isEmpty()) {
            return new Outcome.NotApplicable("the loss is the same whatever the outputs are");
        }
        Examination examination =
                Examination.of("groups of examples", "cost more with the right outputs");
        for (Label label : judged) {
            examination.measure(
                    "loss",
                    "loss of outputs that point at " + label.name(),
                    label.towards(),
                    Bound.below(
                            label.neutral(),
                            "the model's own loss of outputs that favour nothing, same examples"));
            if (!(label.towards() < label.neutral())) {
                examination.clue(
                        "%s, %d examples: %s towards the targets, %s indifferent, %s away from the targets"
                                .formatted(
                                        label.name(),
                                        label.examples(),
                                        Numbers.text(label.towards()),
                                        Numbers.text(label.neutral()),
                                        Numbers.text(label.away())));
            }
        }
        return examination.outcome();
    }
}
