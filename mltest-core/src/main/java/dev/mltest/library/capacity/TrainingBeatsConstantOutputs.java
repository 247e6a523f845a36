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
import java.util.Optional;
import java.util.Set;

/**
 * After a short training the model does better than the best constant outputs. If it does not, the
 * same training is repeated with a tenth and a hundredth of each update: if one of these gets
 * further, the updates are too long. A model that stays worse than constants in either mode is
 * accused as well, unless it is still coming nearer. One that is just as good as constants is not:
 * the data may hold no more.
 */
public final class TrainingBeatsConstantOutputs implements Check {

    private static final double FALSE_ALARM_RATE = 1e-4;
    private static final List<BudgetedTraining> SHORTER =
            List.of(new BudgetedTraining(0.1), new BudgetedTraining(0.01));
    private static final int TESTS = SHORTER.size() + 1;

    private final double rate;

    /** At a false-alarm rate of one in ten thousand. */
    public TrainingBeatsConstantOutputs() {
        this(FALSE_ALARM_RATE);
    }

    private TrainingBeatsConstantOutputs(double rate) {
        this.rate = rate;
    }

    @Override
    public String id() {
        return "training-beats-constant-outputs";
    }

    @Override
    public String claim() {
        return "should do better than constant outputs after some training";
    }

    @Override
    public String because() {
        return "whoever learns from the inputs does better than one who always says the same";
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
        return new TrainingBeatsConstantOutputs(given);
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        TrainingEvidence run = book.of(new BudgetedTraining()).get(0);
        if (Double.isNaN(run.constantLoss())) {
            return new Outcome.NotApplicable(
                    "what constant outputs cost cannot be told for this task and loss");
        }
        Gain gain = Gain.of(run.gains());
        if (gain.isPositive(rate)) {
            return examined(run, "optimizer", gain).outcome();
        }
        BudgetedTraining[] missing = SHORTER.stream()
                .filter(shorter -> !book.has(shorter))
                .toArray(BudgetedTraining[]::new);
        if (missing.length > 0) {
            return Verdict.Undecided.ask("training does not beat constant outputs", missing);
        }
        List<TrainingEvidence> shorter = SHORTER.stream()
                .filter(book::answers)
                .map(question -> book.of(question).get(0))
                .toList();
        return judge(run, gain, shorter);
    }

    private Verdict judge(TrainingEvidence run, Gain gain, List<TrainingEvidence> shorter) {
        Optional<TrainingEvidence> further =
                shorter.stream().filter(other -> getsFurther(other, run)).findFirst();
        if (further.isPresent()) {
            return examined(run, "optimizer", gain)
                    .clue(new Course(further.get()).describe())
                    .outcome();
        }
        Gain loss = new Gain(gain.count(), -gain.mean(), gain.error());
        boolean nowhereBetter = run.looks().stream()
                .skip(1)
                .mapToDouble(Look::trainingLoss)
                .noneMatch(training -> training <= run.constantLoss());
        if (loss.isPositive(rate / TESTS) && nowhereBetter && !slowness(run).isMerelySlow()) {
            return examined(run, "loss", gain).outcome();
        }
        return new Outcome.NotApplicable(
                "the loss came to %s after %d steps, constant outputs have %s: no better, but slow or close"
                        .formatted(
                                Numbers.text(run.best().loss()),
                                run.steps(),
                                Numbers.text(run.constantLoss())));
    }

    private boolean getsFurther(TrainingEvidence shorter, TrainingEvidence run) {
        double[] differences =
                TrainingEvidence.differences(run.best().losses(), shorter.best().losses());
        double share = rate / TESTS / shorter.looksAfterTheStart();
        return Gain.of(shorter.gains()).isPositive(share)
                && Gain.of(differences).isPositive(share);
    }

    private static Slowness slowness(TrainingEvidence run) {
        return Slowness.of(run, run.constantLoss());
    }

    private Examination examined(TrainingEvidence run, String place, Gain gain) {
        return Examination.ofOne("training gets no further than constant outputs")
                .under("%d steps, %d batches of %s data"
                        .formatted(
                                run.steps(),
                                gain.count(),
                                run.heldOut() ? "validation" : "training"))
                .measure(
                        place,
                        "mean gain over constant outputs",
                        gain.mean(),
                        Bound.above(
                                gain.isPositive(rate) ? 0 : Math.max(0, gain.margin(rate)),
                                "t test over the batches at a false-alarm rate of "
                                        + Numbers.text(rate)))
                .clue("the best constant outputs have a loss of "
                        + Numbers.text(run.constantLoss()))
                .clue(new Course(run).describe());
    }
}
