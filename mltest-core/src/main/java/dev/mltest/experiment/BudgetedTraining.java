package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.TrainingEvidence;
import dev.mltest.evidence.TrainingEvidence.Look;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Numbers;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;

/**
 * How far does a short training over shuffled batches get, compared with constant outputs? It stops
 * early once half of the way from there to the floor is done and updates are no longer than at the
 * start.
 *
 * @param scale how much of each update is applied: 1 for the optimiser as it is
 */
public record BudgetedTraining(double scale) implements Experiment<TrainingEvidence> {

    private static final int STEPS = 240;
    private static final int STRIDE = 30;
    private static final int LEAST = 120;
    private static final int FIT_BATCHES = 4;
    private static final double CLEAR = 0.5;
    private static final double PSEUDO_COUNT = 1;

    /** With the optimiser as it is. */
    public BudgetedTraining() {
        this(1);
    }

    @Override
    public String id() {
        return scale == 1 ? "budgeted-training" : "budgeted-training(x" + Numbers.text(scale) + ")";
    }

    @Override
    public Class<TrainingEvidence> evidenceType() {
        return TrainingEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        int looks = 1 + STEPS / STRIDE;
        return Price.steps(STEPS)
                .plus(Price.forwards(1 + (1L + looks) * Probes.MOST))
                .plus(Price.gradients(looks - 1));
    }

    @Override
    public TrainingEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        ModelUnderTest subject = bench.subject();
        Probes probes = Probes.of(subject, bench.random("probes"));
        Batch fit = subject.trainingData()
                .sample(FIT_BATCHES * subject.batchSize(), bench.random("constant"));
        NamedTensors outputs = model.predict(fit).toArrays();
        double[] row = new ConstantRow(model, subject.task(), fit, outputs).best(PSEUDO_COUNT);
        double floor = LossFloor.of(model, subject.task(), fit, outputs);
        List<Double> constant = probes.losses(model, subject.task(), row);
        List<Look> looks = train(bench, model, probes, goal(mean(constant), floor));
        return new TrainingEvidence(
                scale,
                subject.validationData().isPresent(),
                Math.max(1, subject.trainingData().size() / subject.batchSize()),
                looks.get(looks.size() - 1).step(),
                floor,
                constant,
                looks);
    }

    private static double goal(double constant, double floor) {
        return floor + CLEAR * (constant - floor);
    }

    private List<Look> train(Bench bench, Trainable model, Probes probes, double goal) {
        TrainingBatches batches = new TrainingBatches(bench.subject(), bench.seed());
        List<Look> looks = new ArrayList<>();
        double trainingLoss = Double.NaN;
        for (int step = 0; ; step += STRIDE) {
            List<Double> losses = probes.losses(model);
            boolean last = step == STEPS || isEnough(looks, mean(losses), goal, step);
            if (last) {
                looks.add(new Look(step, losses, trainingLoss, Double.NaN, Double.NaN, Double.NaN));
                return looks;
            }
            Stepper stepper = new Stepper(model, scale);
            double sum = stepper.watchedStep(batches.draw(step));
            looks.add(new Look(
                    step,
                    losses,
                    trainingLoss,
                    stepper.update(),
                    stepper.gradient(),
                    stepper.weights()));
            for (int i = 1; i < STRIDE; i++) {
                sum += stepper.step(batches.draw(step + i));
            }
            trainingLoss = sum / STRIDE;
        }
    }

    private static boolean isEnough(List<Look> looks, double loss, double goal, int step) {
        if (!Double.isFinite(loss)) {
            return true;
        }
        boolean calm = looks.stream()
                .skip(1)
                .allMatch(look -> look.update() <= looks.get(0).update());
        return step >= LEAST && loss <= goal && calm;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }
}
