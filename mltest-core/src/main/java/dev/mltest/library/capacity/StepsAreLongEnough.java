package dev.mltest.library.capacity;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Gain;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.TrainingEvidence;
import dev.mltest.evidence.TrainingEvidence.Look;
import dev.mltest.experiment.BudgetedTraining;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Set;

/**
 * From a start no better than constant outputs, a tenth of the way to the floor is done within a
 * hundred epochs or ten thousand steps, whichever is more, at the pace of a short training. A slow
 * one is accused only if the same training with updates a thousand times as long gets much further:
 * then the updates are too short. Fine-tuning starts from something learnt, and a warm-up takes
 * ever longer steps: neither is judged.
 */
public final class StepsAreLongEnough implements Check {

    private static final double FALSE_ALARM_RATE = 1e-4;
    private static final BudgetedTraining LONGER = new BudgetedTraining(1000);
    private static final double PART = 0.1;
    private static final int EPOCHS = 100;
    private static final int STEPS = 10_000;
    private static final double GROWING = 1.5;
    private static final double MUCH_FURTHER = 10;

    private final double rate;

    /** At a false-alarm rate of one in ten thousand. */
    public StepsAreLongEnough() {
        this(FALSE_ALARM_RATE);
    }

    private StepsAreLongEnough(double rate) {
        this.rate = rate;
    }

    @Override
    public String id() {
        return "steps-are-long-enough";
    }

    @Override
    public String claim() {
        return "should take steps long enough to learn something";
    }

    @Override
    public String because() {
        return "with a rate far too small nothing is learnt in any budget, and nothing looks broken";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new BudgetedTraining());
    }

    @Override
    public double falseAlarmRate() {
        return rate;
    }

    @Override
    public Check atFalseAlarmRate(double given) {
        return new StepsAreLongEnough(given);
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        TrainingEvidence run = book.of(new BudgetedTraining()).get(0);
        if (Double.isNaN(run.constantLoss()) || Double.isNaN(run.floor())) {
            return new Outcome.NotApplicable(
                    "how far there is to go cannot be told for this task and loss");
        }
        if (!(run.start().loss() >= run.constantLoss())) {
            return new Outcome.NotApplicable(
                    "the start (%s) is better than constant outputs (%s), so something was learnt before"
                            .formatted(
                                    Numbers.text(run.start().loss()),
                                    Numbers.text(run.constantLoss())));
        }
        if (stepsNeeded(run) <= allowed(run)) {
            return examined(run).outcome();
        }
        if (isGrowing(run.looks())) {
            return new Outcome.NotApplicable("updates still grow, as in a warm-up");
        }
        if (!book.has(LONGER)) {
            return Verdict.Undecided.ask("training is slow", LONGER);
        }
        return book.answers(LONGER)
                ? judge(run, book.of(LONGER).get(0))
                : new Outcome.NotApplicable("training is slow, and longer steps cannot be tried");
    }

    private Outcome judge(TrainingEvidence run, TrainingEvidence longer) {
        Look reached = longer.bestInTraining();
        boolean further = Gain.of(run.best().losses(), reached.losses()).isPositive(rate)
                && longer.start().loss() - reached.loss() >= MUCH_FURTHER * Math.max(0, fall(run));
        return further
                ? examined(run).clue(new Course(longer).describe()).outcome()
                : new Outcome.NotApplicable("training is slow, and longer steps do not help");
    }

    private static Examination examined(TrainingEvidence run) {
        Look first = run.start();
        return Examination.ofOne("the steps are too short to learn anything")
                .under("%d steps, %d in an epoch".formatted(run.steps(), run.stepsPerEpoch()))
                .measure(
                        "optimizer",
                        "steps to a tenth of the way from start to floor",
                        stepsNeeded(run),
                        Bound.atMost(
                                allowed(run),
                                "a hundred epochs or ten thousand steps, at this pace"))
                .clue("an update changes the weights by %s of their norm"
                        .formatted(Numbers.text(first.update() / first.weights())))
                .clue(new Course(run).describe());
    }

    private static double allowed(TrainingEvidence run) {
        return Math.max(STEPS, EPOCHS * run.stepsPerEpoch());
    }

    private static double fall(TrainingEvidence run) {
        return run.start().loss() - run.best().loss();
    }

    private static double stepsNeeded(TrainingEvidence run) {
        double pace = fall(run) / run.steps();
        return pace > 0
                ? PART * (run.start().loss() - run.floor()) / pace
                : Double.POSITIVE_INFINITY;
    }

    private static boolean isGrowing(List<Look> looks) {
        double[] updates = looks.stream()
                .mapToDouble(Look::update)
                .filter(Double::isFinite)
                .toArray();
        int last = updates.length - 1;
        return last > 0 && updates[last] > GROWING * updates[last / 2];
    }
}
