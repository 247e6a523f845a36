package dev.mltest.library.step;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.DescentEvidence;
import dev.mltest.evidence.DescentEvidence.Descent;
import dev.mltest.evidence.Question;
import dev.mltest.model.Numbers;
import dev.mltest.model.Task;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somewhere along the optimiser's first update the loss of that batch falls. The whole update may
 * well overshoot at a bold learning rate; a five-hundredth of it may not, unless the update points
 * uphill. All batches have to agree before anything is called a fault.
 */
public final class AStepLowersTheLoss implements Check {

    private static final double ROUND_OFF = 1e-6;

    @Override
    public String id() {
        return "a-step-lowers-the-loss";
    }

    @Override
    public String claim() {
        return "should lower the loss of a batch when it takes a small step on it";
    }

    @Override
    public String because() {
        return "an update with the wrong sign or a wrong gradient climbs instead of descending";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new dev.mltest.experiment.Descent());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        DescentEvidence evidence = book.of(new dev.mltest.experiment.Descent()).get(0);
        List<Descent> moving = evidence.batches().stream()
                .filter(descent -> descent.updateNorm() != 0)
                .toList();
        if (moving.isEmpty()) {
            return new Outcome.NotApplicable("the first step moved no parameter");
        }
        boolean flat = moving.stream().allMatch(AStepLowersTheLoss::isFlat);
        if (flat) {
            return new Outcome.NotApplicable(
                    "the loss does not react to the first step beyond round-off");
        }
        Descent best = moving.stream()
                .min(Comparator.comparingDouble(AStepLowersTheLoss::relativeChange))
                .orElseThrow();
        boolean isGame = moving.stream().allMatch(descent -> descent.cosine() < 0);
        if (book.subject().task() instanceof Task.Custom && isGame && best.bestChange() >= 0) {
            return new Outcome.NotApplicable(
                    "by its own gradients the update leads downhill, and the loss rises: parts of a"
                            + " custom task may play against each other");
        }
        return Examination.ofOne("the first update leads uphill")
                .under("on each of %d batches".formatted(moving.size()))
                .measure(
                        "optimizer",
                        "smallest change of the loss along the update",
                        best.bestChange(),
                        Bound.below(0, "calculus: a small enough step downhill lowers the loss"))
                .clue("before the update the loss is %s; it changes by %s"
                        .formatted(Numbers.text(best.lossBefore()), changes(best)))
                .clue(
                        best.cosine() < 0
                                ? "by the gradient that the model reports, the update leads downhill:"
                                        + " that gradient is not the slope of this loss"
                                : "by the gradient that the model reports, the update leads uphill, too")
                .outcome();
    }

    private static String changes(Descent descent) {
        return descent.points().stream()
                .map(point -> "%s after %s of it"
                        .formatted(
                                Numbers.text(point.loss() - descent.lossBefore()),
                                share(point.fraction())))
                .collect(Collectors.joining(", "));
    }

    private static String share(double fraction) {
        return fraction == 1 ? "all" : "1/" + Math.round(1 / fraction);
    }

    private static double relativeChange(Descent descent) {
        double change = descent.bestChange() / Math.max(Math.abs(descent.lossBefore()), ROUND_OFF);
        return Double.isNaN(change) ? Double.POSITIVE_INFINITY : change;
    }

    private static boolean isFlat(Descent descent) {
        return descent.largestChange() <= ROUND_OFF * Math.max(1, Math.abs(descent.lossBefore()));
    }
}
