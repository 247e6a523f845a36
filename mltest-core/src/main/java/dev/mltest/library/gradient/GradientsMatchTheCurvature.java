package dev.mltest.library.gradient;

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

import java.util.Optional;
import java.util.Set;

/**
 * Gradients change as the loss bends: second derivatives by differences of gradients are the same
 * in either order, and those of the loss. Not among the default checks.
 */
public final class GradientsMatchTheCurvature implements Check {

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
        DerivativeBounds bounds = new DerivativeBounds(evidence.at());
        Optional<String> unfit = bounds.unfit().or(() -> blind(evidence, bounds));
        if (unfit.isPresent()) {
            return new Outcome.NotApplicable(unfit.get());
        }
        Examination examination =
                bounds.under(Examination.of("second derivatives", "differ from those of the loss"));
        for (Curvature pair : evidence.pairs()) {
            double tolerance = bounds.tolerance(pair.uncertainty(), pair.size());
            examination.measure(
                    "gradients",
                    "distance from the second derivative of the loss",
                    pair.error(),
                    bounds.atMost(tolerance));
            if (pair.error() > tolerance) {
                examination.clue(seen(pair));
            }
        }
        return examination.outcome();
    }

    private static Optional<String> blind(CurvaturesEvidence evidence, DerivativeBounds bounds) {
        boolean blind = evidence.pairs().stream()
                .anyMatch(
                        pair -> !(bounds.tolerance(pair.uncertainty(), pair.size()) < pair.size()));
        return blind
                ? Optional.of(
                        "the loss bends too little, or at kinks, for its second derivative to be measured")
                : Optional.empty();
    }

    private static String seen(Curvature pair) {
        return "gradients say %s in one order and %s in the other, the loss %s"
                .formatted(
                        Numbers.text(pair.oneWay()),
                        Numbers.text(pair.otherWay()),
                        Numbers.text(pair.byLoss()));
    }
}
