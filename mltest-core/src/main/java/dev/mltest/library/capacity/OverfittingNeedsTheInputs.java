package dev.mltest.library.capacity;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.OverfitEvidence;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.OverfitOneBatch;
import dev.mltest.model.Numbers;
import dev.mltest.model.Task;

import java.util.Set;

/**
 * Where every row shows the same example, the targets cannot be learnt: the loss stays at least
 * half way up from the floor to chance. A control that is over-fitted too knows the targets from
 * elsewhere.
 */
public final class OverfittingNeedsTheInputs implements Check {

    private static final double KEPT = 0.5;

    @Override
    public String id() {
        return "overfitting-needs-the-inputs";
    }

    @Override
    public String claim() {
        return "should not learn a batch by heart without seeing its inputs";
    }

    @Override
    public String because() {
        return "a loss that falls although the inputs say nothing comes from a leak";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new OverfitOneBatch());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        if (book.subject().task() instanceof Task.LanguageModel) {
            return new Outcome.NotApplicable(
                    "the targets of a language model are part of its inputs");
        }
        OverfitEvidence evidence = book.of(new OverfitOneBatch()).get(0);
        double range = evidence.chance() - evidence.floor();
        if (!(range > 0)) {
            return new Outcome.NotApplicable(
                    "chance (%s) and floor (%s) of this batch leave no room, see one-batch-is-overfitted"
                            .formatted(
                                    Numbers.text(evidence.chance()),
                                    Numbers.text(evidence.floor())));
        }
        double learnt = evidence.chance() - evidence.real().best();
        if (!(learnt >= KEPT * range)) {
            return new Outcome.NotApplicable(
                    "even with its inputs the batch was not learnt: the loss came to %s, chance is %s"
                            .formatted(
                                    Numbers.text(evidence.real().best()),
                                    Numbers.text(evidence.chance())));
        }
        return outcome(evidence, range);
    }

    private static Outcome outcome(OverfitEvidence evidence, double range) {
        return Examination.ofOne("the control was learnt without its inputs")
                .under("%d examples, %d steps"
                        .formatted(evidence.examples(), evidence.ablated().steps()))
                .measure(
                        "inputs",
                        "smallest loss of the control",
                        evidence.ablated().best(),
                        Bound.atLeast(
                                evidence.floor() + KEPT * range,
                                "half way from the floor %s to chance %s"
                                        .formatted(
                                                Numbers.text(evidence.floor()),
                                                Numbers.text(evidence.chance()))))
                .clue("with its inputs the batch reaches "
                        + Numbers.text(evidence.real().best()))
                .outcome();
    }
}
