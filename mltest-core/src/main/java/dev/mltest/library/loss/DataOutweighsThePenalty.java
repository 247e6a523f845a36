package dev.mltest.library.loss;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.PenaltyEvidence;
import dev.mltest.evidence.PenaltyEvidence.Pull;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.PenaltyRest;
import dev.mltest.model.Numbers;

import java.util.Set;

/**
 * Weights do not go straight to zero while the batch they are trained on is not learnt. A penalty
 * on their size draws them there along their own direction; data does not, since it has no reason
 * to prefer that direction to any other. Weights that shrink while the batch is learnt are fine: a
 * normalisation behind them makes up for it.
 */
public final class DataOutweighsThePenalty implements Check {

    private static final double LEFT = 0.5;
    private static final double STRAIGHT = 0.9;
    private static final double LEARNT = 0.5;

    @Override
    public String id() {
        return "data-outweighs-the-penalty";
    }

    @Override
    public String claim() {
        return "should let its data outweigh any penalty on its weights";
    }

    @Override
    public String because() {
        return "a penalty that outweighs the data draws the weights to zero, whatever the data says";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new PenaltyRest());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        PenaltyEvidence evidence = book.of(new PenaltyRest()).get(0);
        if (evidence.weights().isEmpty()) {
            return new Outcome.NotApplicable(
                    "no trainable matrix of 16 elements or more starts from anything but zero");
        }
        boolean learnt = learnt(evidence) >= LEARNT;
        Examination examination = Examination.of("weights", "went straight to zero")
                .under("%d steps on one batch".formatted(evidence.steps()))
                .clue(
                        "the data loss of the batch goes from %s to %s; outputs that ignore the input reach %s"
                                .formatted(
                                        Numbers.text(evidence.startLoss()),
                                        Numbers.text(evidence.endLoss()),
                                        Numbers.text(evidence.chance())));
        for (Pull pull : evidence.weights()) {
            boolean drawn = !learnt && pull.inward() >= STRAIGHT;
            examination.measure(
                    pull.path().text(),
                    "share of its size that is left",
                    pull.left(),
                    drawn
                            ? Bound.atLeast(
                                    LEFT,
                                    "half: it moved straight towards zero, and the batch was not learnt")
                            : Bound.finite("any: it moved elsewhere, or the batch was learnt"));
        }
        if (examination.findsViolation()) {
            examination.clue(directions(evidence));
        }
        return examination.outcome();
    }

    /** Share of the way from the loss at chance to the smallest possible; NaN counts as none. */
    private static double learnt(PenaltyEvidence evidence) {
        double from = Double.isNaN(evidence.chance()) ? evidence.startLoss() : evidence.chance();
        return (from - evidence.endLoss()) / (from - evidence.floor());
    }

    private static String directions(PenaltyEvidence evidence) {
        double inward = evidence.weights().stream()
                .filter(pull -> pull.left() < LEFT)
                .mapToDouble(Pull::inward)
                .min()
                .orElse(Double.NaN);
        return "the cosine between the way they went and the way to zero is at least "
                + Numbers.text(inward);
    }
}
