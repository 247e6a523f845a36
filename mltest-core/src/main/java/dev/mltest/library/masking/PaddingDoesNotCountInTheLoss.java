package dev.mltest.library.masking;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.PaddedLossEvidence;
import dev.mltest.evidence.PaddedLossEvidence.Change;
import dev.mltest.evidence.PaddedLossEvidence.Padded;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.PaddedLoss;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Set;

/**
 * Neither what stands at padded positions of a target nor, where padding is declared, how many of
 * them there are moves the loss.
 */
public final class PaddingDoesNotCountInTheLoss implements Check {

    @Override
    public String id() {
        return "padding-does-not-count-in-the-loss";
    }

    @Override
    public String claim() {
        return "should not count padding in its loss";
    }

    @Override
    public String because() {
        return "a loss that counts padding trains on it, and less on all the rest";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new PaddedLoss());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        PaddedLossEvidence evidence = book.of(new PaddedLoss()).get(0);
        if (evidence.targets().isEmpty()) {
            return new Outcome.NotApplicable("no target has positions that are padding");
        }
        List<Padded> counting = evidence.targets().stream()
                .filter(target -> target.reaction() > target.tolerance())
                .toList();
        if (counting.isEmpty()) {
            return new Outcome.NotApplicable(
                    "the loss does not react to '%s' where it is no padding either"
                            .formatted(evidence.targets().get(0).target()));
        }
        Examination examination = Examination.of("changes of padding", "move the loss");
        counting.forEach(target -> examine(target, examination));
        return examination.outcome();
    }

    private static void examine(Padded target, Examination examination) {
        for (Change change : target.changes()) {
            examination.measure(
                    "loss (" + target.target() + ")",
                    change.change() + " moves it by",
                    Math.abs(change.after() - change.before()),
                    Bound.atMost(
                            target.tolerance(),
                            "round-off, measured by moving inputs and weights by one unit in the"
                                    + " last place"));
            examination.clue("%s: loss %s, before %s"
                    .formatted(
                            change.change(),
                            Numbers.text(change.after()),
                            Numbers.text(change.before())));
        }
        target.refused().forEach(examination::note);
        examination.clue("%s: %d padded positions in %d examples, told by %s"
                .formatted(
                        target.target(),
                        target.padding(),
                        target.examples(),
                        target.byMask() ? "its mask" : "the padding of the input"));
    }
}
