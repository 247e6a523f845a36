package dev.mltest.library.gradient;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.CurvaturesEvidence;
import dev.mltest.evidence.CurvaturesEvidence.Curvature;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.Curvatures;
import dev.mltest.model.Numbers;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Gradients change as the loss bends: second derivatives by differences of gradients are the same
 * in either order, and those of the loss. Not among the default checks.
 */
public final class GradientsMatchTheCurvature implements Check {

    private static final double TIMES_UNCERTAINTY = 10;
    private static final String SOURCE =
            "ten times what two step sizes and round-off leave open, and the digits that data are given"
                    + " to";

    @Override
    public String id() {
        return "gradients-match-the-curvature";
    }

    @Override
    public String claim() {
        return "should have gradients that change as its loss bends";
    }

    @Override
    public String because() {
        return "second-order methods and gradient penalties follow how gradients change";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Curvatures());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        CurvaturesEvidence evidence = book.of(new Curvatures()).get(0);
        Optional<String> unfit = unfit(evidence);
        if (unfit.isPresent()) {
            return new Outcome.NotApplicable(unfit.get());
        }
        Examination examination = Examination.of(
                        "second derivatives", "differ from those of the loss")
                .under("%s, %s mode"
                        .formatted(
                                evidence.elementType(), evidence.mode().toLowerCase(Locale.ROOT)));
        for (Curvature pair : evidence.pairs()) {
            double tolerance = tolerance(pair, evidence);
            examination.measure(
                    "gradients",
                    "distance from the second derivative of the loss",
                    pair.error(),
                    Bound.atMost(tolerance, SOURCE));
            if (pair.error() > tolerance) {
                examination.clue(seen(pair));
            }
        }
        return examination.outcome();
    }

    private static Optional<String> unfit(CurvaturesEvidence evidence) {
        if (!Double.isFinite(evidence.loss())) {
            return Optional.of("the loss is " + evidence.loss());
        }
        if (!evidence.repeats()) {
            return Optional.of("the loss of the same batch under the same seed differs each time");
        }
        boolean blind = evidence.pairs().stream()
                .anyMatch(pair -> !(tolerance(pair, evidence) < pair.size()));
        return blind
                ? Optional.of(
                        "the loss bends too little, or at kinks, for its second derivative to be measured")
                : Optional.empty();
    }

    private static double tolerance(Curvature pair, CurvaturesEvidence evidence) {
        return TIMES_UNCERTAINTY * pair.uncertainty() + evidence.roundOff() * pair.size();
    }

    private static String seen(Curvature pair) {
        return "gradients say %s in one order and %s in the other, the loss %s"
                .formatted(
                        Numbers.text(pair.oneWay()),
                        Numbers.text(pair.otherWay()),
                        Numbers.text(pair.byLoss()));
    }
}
