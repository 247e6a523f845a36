package dev.mltest.library.loss;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.PairingEvidence;
import dev.mltest.evidence.PairingEvidence.Arrangement;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.LossPairing;
import dev.mltest.model.Numbers;
import dev.mltest.model.Task;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The loss changes when the targets of a batch are exchanged between its examples, the outputs
 * staying where they are. A loss that broadcasts [N x 1] against [N] compares every output with
 * every target, and notices nothing.
 */
public final class LossPairsOutputsWithTargets implements Check {

    @Override
    public String id() {
        return "loss-pairs-outputs-with-targets";
    }

    @Override
    public String claim() {
        return "should compare the outputs of each example with its own target";
    }

    @Override
    public String because() {
        return "a loss that compares every output with every target teaches the mean";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new LossPairing());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        if (book.subject().task() instanceof Task.Custom) {
            return new Outcome.NotApplicable(
                    "the loss of a custom task may compare sets, not examples");
        }
        PairingEvidence evidence = book.of(new LossPairing()).get(0);
        List<Arrangement> telling = evidence.arrangements().stream()
                .filter(each -> each.moved() > 0 && !Double.isNaN(each.change()))
                .toList();
        if (telling.isEmpty() && !evidence.arrangements().isEmpty()) {
            return new Outcome.NotApplicable(
                    "all examples of the batch have the same target, or the loss of made-up outputs"
                            + " is not finite");
        }
        Examination examination =
                Examination.ofOne("the loss does not care which target belongs to which example");
        telling.stream().max(Comparator.comparingDouble(Arrangement::change)).ifPresent(best -> {
            examination.measure(
                    "loss",
                    "largest relative change when targets change places",
                    best.change(),
                    Bound.above(
                            Math.sqrt(evidence.epsilon()) / 10,
                            "round-off of a mean in the outputs' type; the targets differ"));
            examination.clue(
                    "outputs drawn at random have a loss of %s; with %d of %d targets moved to another"
                                    .formatted(
                                            Numbers.text(best.own()),
                                            best.moved(),
                                            evidence.examples())
                            + " example it is " + Numbers.text(best.exchanged()));
        });
        return examination.outcome();
    }
}
