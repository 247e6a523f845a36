package dev.mltest.library.loss;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.RaysEvidence;
import dev.mltest.evidence.RaysEvidence.Ray;
import dev.mltest.experiment.LossRays;
import dev.mltest.model.Numbers;
import dev.mltest.model.Task;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The loss does not fall for ever when outputs go further and further in one direction. It may be
 * negative, and it may fall towards a limit. What falls at least in proportion to the distance, ten
 * times as far for ten times the way, has none.
 */
public final class LossHasALowerBound implements Check {

    /** In proportion is ten; a logarithm, which falls for ever but hardly, is one. */
    private static final double PROPORTION = 5;

    @Override
    public String id() {
        return "loss-has-a-lower-bound";
    }

    @Override
    public String claim() {
        return "should have a loss that cannot fall for ever";
    }

    @Override
    public String because() {
        return "training runs off to where the loss falls, and forgets the targets on the way";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new LossRays());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        if (book.subject().task() instanceof Task.Custom) {
            return new Outcome.NotApplicable(
                    "the loss of a custom task may have no bound, as that of a critic has none");
        }
        RaysEvidence evidence = book.of(new LossRays()).get(0);
        Examination examination = Examination.of("directions", "let the loss fall without a limit")
                .under("outputs sent up to %s away"
                        .formatted(Numbers.text(
                                evidence.distances().isEmpty()
                                        ? 0
                                        : evidence.distances()
                                                .get(evidence.distances().size() - 1))));
        for (Ray ray : evidence.rays()) {
            double growth = growth(ray.losses());
            examination.measure(
                    "loss",
                    "growth of its fall, %s going %s".formatted(ray.output(), ray.direction()),
                    growth,
                    Bound.below(
                            PROPORTION,
                            "in proportion to the distance it would be 10, for a logarithm 1"));
            if (!(growth < PROPORTION)) {
                examination.clue("%s %s %s away: %s"
                        .formatted(
                                ray.output(),
                                ray.direction(),
                                joined(evidence.distances()),
                                joined(ray.losses())));
            }
        }
        return examination.outcome();
    }

    /** How many times the fall before it the last fall is; 0 if the loss did not fall last. */
    private static double growth(List<Double> losses) {
        double growth = 0;
        for (int i = 2; i < losses.size(); i++) {
            double last = losses.get(i - 1) - losses.get(i);
            double before = losses.get(i - 2) - losses.get(i - 1);
            if (Double.isNaN(last) || Double.isNaN(before)) {
                return growth;
            }
            growth = last <= 0 ? 0 : before <= 0 ? 1 : last / before;
        }
        return growth;
    }

    private static String joined(List<Double> numbers) {
        return numbers.stream().map(Numbers::text).collect(Collectors.joining(", "));
    }
}
