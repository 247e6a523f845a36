package dev.mltest.library.step;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.ClippingEvidence;
import dev.mltest.evidence.ClippingEvidence.Step;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.ClippedSteps;
import dev.mltest.model.Numbers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where updates are in proportion to gradients, a first step follows a gradient within the declared
 * limit as it is, and none beyond it further than the limit.
 */
public final class ClippingHoldsAsDeclared implements Check {

    private static final double LEAST = 0.95;
    private static final double MOST = 1.05;
    private static final Bound KEPT = Bound.atLeast(
            LEAST,
            "clipping leaves a gradient within its limit as it is; 5 in 100 for round-off and decay");
    private static final Bound CUT = Bound.atMost(
            MOST, "clipping lets no more through than its limit; 5 in 100 for round-off and decay");

    @Override
    public String id() {
        return "clipping-holds-as-declared";
    }

    @Override
    public String claim() {
        return "should clip gradients at the declared limit, and not before";
    }

    @Override
    public String because() {
        return "one large gradient undoes many steps where clipping is left out or comes too late";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new ClippedSteps());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        ClippingEvidence evidence = book.of(new ClippedSteps()).get(0);
        FollowedGradient followed = new FollowedGradient(evidence);
        List<Step> beyond = evidence.steps().stream()
                .filter(step -> evidence.gradient(step) > MOST * evidence.limit())
                .toList();
        List<Step> known = beyond.stream().filter(followed::isKnown).toList();
        Examination examination = examined(evidence, followed, known);
        if (evidence.steps().isEmpty() || examination.findsViolation()) {
            return examination.outcome();
        }
        if (beyond.isEmpty()) {
            return new Outcome.NotApplicable(
                    "no gradient is beyond the limit of %s: the largest is %s"
                            .formatted(
                                    Numbers.text(evidence.limit()),
                                    Numbers.text(largest(evidence))));
        }
        return unheard(evidence, followed, known)
                .<Verdict>map(Outcome.NotApplicable::new)
                .orElseGet(examination::outcome);
    }

    private static Examination examined(
            ClippingEvidence evidence, FollowedGradient followed, List<Step> beyond) {
        Examination examination = Examination.of("steps", "are clipped otherwise than declared")
                .under("limit " + Numbers.text(evidence.limit()));
        for (Step step : evidence.steps()) {
            double gradient = evidence.gradient(step);
            double share = followed.size(step) / gradient;
            if (gradient < LEAST * evidence.limit() && followed.isCutAsAWhole(step)) {
                measure(examination, step, "part of its gradient followed", share, KEPT);
            }
        }
        for (Step step : beyond) {
            double excess = followed.size(step) / evidence.limit();
            measure(examination, step, "size followed over the limit", excess, CUT);
        }
        beyond.stream()
                .max(Comparator.comparingDouble(evidence::gradient))
                .ifPresent(step -> examination.clue(describe(evidence, followed, step)));
        return examination;
    }

    private static Optional<String> unheard(
            ClippingEvidence evidence, FollowedGradient followed, List<Step> beyond) {
        if (beyond.isEmpty()) {
            return Optional.of(
                    "first updates are not in proportion to gradients within the limit, as under"
                            + " Adam, or too few such gradients were found; they cannot tell what"
                            + " was clipped");
        }
        double most = beyond.stream().mapToDouble(followed::size).max().orElse(0);
        return most < LEAST * evidence.limit()
                ? Optional.of(
                        "updates stop growing before the limit is reached, for another reason")
                : Optional.empty();
    }

    private static String describe(
            ClippingEvidence evidence, FollowedGradient followed, Step step) {
        return "%s: a gradient of %s moves the weights as one of %s would, going by those within the"
                        .formatted(
                                step.batch(),
                                Numbers.text(evidence.gradient(step)),
                                Numbers.text(followed.size(step)))
                + " limit";
    }

    private static void measure(
            Examination examination, Step step, String what, double value, Bound allowed) {
        examination.measure("optimizer", step.batch() + ": " + what, value, allowed);
    }

    private static double largest(ClippingEvidence evidence) {
        return evidence.steps().stream().mapToDouble(evidence::gradient).max().orElse(0);
    }
}
