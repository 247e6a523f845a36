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
 * How far does a short training over shuffled batches get, compared with constant outputs? It looks
 * at the loss after 10 steps, and then ever more rarely, and stops as soon as the answer is clear:
 * significantly better than constant outputs, and a tenth of the way from the start to the floor is
 * done, which bounds the pace from below. The follow-ups with other step lengths are there to be
 * compared and go on to nine tenths of that way.
 *
 * @param scale how much of each update is applied: 1 for the optimiser as it is
 */
public record BudgetedTraining(double scale) implements Experiment<TrainingEvidence> {

    private static final int[] LOOKS = {0, 10, 20, 40, 80, 120, 160, 200, 240};
    private static final int STEPS = 240;
    private static final int FIT_BATCHES = 4;
    private static final double PART = 0.1;
    private static final double PART_TO_COMPARE = 0.9;
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
        return Price.steps(STEPS)
                .plus(Price.forwards(1 + (long) LOOKS.length * Probes.MOST))
                .plus(Price.gradients(LOOKS.length - 1));
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
        Probes.Start start = probes.start(model, subject.task(), row);
        List<Look> looks = new Run(model, probes, goal(start, floor)).train(bench, start.losses());
        return new TrainingEvidence(
                scale,
                subject.validationData().isPresent(),
                Math.max(1, subject.trainingData().size() / subject.batchSize()),
                looks.get(looks.size() - 1).step(),
                floor,
                start.constant(),
                looks);
    }

    private ClearGain goal(Probes.Start start, double floor) {
        return new ClearGain(
                start.constant(), start.losses(), floor, scale == 1 ? PART : PART_TO_COMPARE);
    }

    private final class Run {

        private final Trainable model;
        private final Probes probes;
        private final ClearGain goal;

        Run(Trainable model, Probes probes, ClearGain goal) {
            this.model = model;
            this.probes = probes;
            this.goal = goal;
        }

        List<Look> train(Bench bench, List<Double> start) {
            TrainingBatches batches = new TrainingBatches(bench.subject(), bench.seed());
            List<Look> looks = new ArrayList<>();
            List<Double> losses = start;
            double trainingLoss = Double.NaN;
            for (int next = 1; !isOver(next, losses); next++) {
                int step = LOOKS[next - 1];
                Stepper stepper = new Stepper(model, scale);
                double sum = stepper.watchedStep(batches.draw(step));
                looks.add(new Look(
                        step,
                        losses,
                        trainingLoss,
                        stepper.update(),
                        stepper.gradient(),
                        stepper.weights()));
                for (int i = step + 1; i < LOOKS[next]; i++) {
                    sum += stepper.step(batches.draw(i));
                }
                trainingLoss = sum / (LOOKS[next] - step);
                losses = probes.losses(model);
            }
            int end = LOOKS[looks.size()];
            looks.add(new Look(end, losses, trainingLoss, Double.NaN, Double.NaN, Double.NaN));
            return looks;
        }

        private boolean isOver(int next, List<Double> losses) {
            return next == LOOKS.length || goal.endsTraining(LOOKS[next - 1], losses);
        }
    }
}
