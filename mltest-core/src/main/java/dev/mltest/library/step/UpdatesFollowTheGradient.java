package dev.mltest.library.step;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.TrainingEvidence;
import dev.mltest.evidence.TrainingEvidence.Look;
import dev.mltest.experiment.BudgetedTraining;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Set;

/**
 * In the second half of a short training, updates do not grow by an order of magnitude while the
 * gradient does not: neither the update itself nor its ratio to the gradient.
 */
public final class UpdatesFollowTheGradient implements Check {

    private static final double MOST = 10;
    private static final int SHORTEST = 120;

    @Override
    public String id() {
        return "updates-follow-the-gradient";
    }

    @Override
    public String claim() {
        return "should take longer steps only where the gradient is larger";
    }

    @Override
    public String because() {
        return "steps that grow by themselves follow the optimizer's memory and not the loss";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new BudgetedTraining());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        TrainingEvidence run = book.of(new BudgetedTraining()).get(0);
        List<Look> second = run.looks().stream()
                .filter(look -> 2 * look.step() >= run.steps())
                .filter(look -> look.update() > 0 && look.gradient() > 0)
                .filter(look -> Double.isFinite(look.update() / look.gradient()))
                .toList();
        if (run.steps() < SHORTEST || second.size() < 2) {
            return new Outcome.NotApplicable(
                    "there are too few updates of a size other than 0 to compare, in %d steps"
                            .formatted(run.steps()));
        }
        return outcome(run, second.get(0), second.get(second.size() - 1));
    }

    private static Outcome outcome(TrainingEvidence run, Look middle, Look last) {
        double growth = last.update() / middle.update();
        double ratioGrowth = growth * middle.gradient() / last.gradient();
        return Examination.ofOne("updates grow by themselves")
                .under("steps %d to %d".formatted(middle.step(), last.step()))
                .measure(
                        "optimizer",
                        "growth of the update beyond that of the gradient",
                        Math.min(growth, ratioGrowth),
                        Bound.atMost(
                                MOST,
                                "an order of magnitude; a warm-up that grows evenly doubles its steps in"
                                        + " the second half of a run"))
                .clue(describe(run.start()))
                .clue(describe(middle))
                .clue(describe(last))
                .outcome();
    }

    private static String describe(Look look) {
        return "at step %d the gradient has norm %s and the update %s"
                .formatted(look.step(), Numbers.text(look.gradient()), Numbers.text(look.update()));
    }
}
