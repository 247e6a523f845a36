package dev.mltest.experiment;

import dev.mltest.evidence.OverfitEvidence;
import dev.mltest.evidence.OverfitEvidence.Curve;
import dev.mltest.evidence.OverfitEvidence.Fewer;
import dev.mltest.evidence.OverfitEvidence.Leftover;
import dev.mltest.evidence.OverfitEvidence.Point;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Can the model learn one small batch by heart, and does it need the inputs to do so? The control
 * starts from the same weights and sees the first example in every row, masks included, so that it
 * can at best learn the targets' distribution. Training stops once a twentieth of the way from
 * chance to floor is left; the control takes as many steps.
 */
public record OverfitOneBatch() implements Experiment<OverfitEvidence> {

    private static final int EXAMPLES = 16;

    /** Steps after which an attempt ends that did not come close to the floor. */
    public static final int MOST_STEPS = 400;

    private static final int STRIDE = 10;
    private static final double ENOUGH = 0.05;
    private static final double NEAR_CHANCE = 0.5;
    private static final List<Integer> FEWER = List.of(1, 10);
    private static final int STEPS_ON_FEWER = 100;

    @Override
    public String id() {
        return "overfit-one-batch";
    }

    @Override
    public Class<OverfitEvidence> evidenceType() {
        return OverfitEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return run(MOST_STEPS)
                .times(2)
                .plus(run(STEPS_ON_FEWER).times(FEWER.size()))
                .plus(Price.forwards(1))
                .plus(SmallBatch.PRICE)
                .plus(Leftovers.price(EXAMPLES))
                .plus(Downhill.PRICE);
    }

    private static Price run(int steps) {
        return Price.steps(steps).plus(Price.forwards(1 + steps / STRIDE));
    }

    @Override
    public OverfitEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        Batch batch = SmallBatch.of(bench, model, EXAMPLES);
        Evaluation start = model.evaluate(batch, Mode.INFERENCE);
        Task task = bench.subject().task();
        double chance = chance(model, task, batch, start.outputs());
        double floor = LossFloor.of(model, task, batch, start.outputs());
        double from = Double.isNaN(chance) ? start.loss() : chance;
        double to = Double.isNaN(floor) ? 0 : floor;
        double goal = to + ENOUGH * (from - to);
        try (Snapshot before = model.snapshot()) {
            Curve real = train(model, batch, goal, MOST_STEPS);
            boolean learnt = real.best() <= goal;
            Leftover left = learnt
                    ? Leftover.none()
                    : Leftovers.above(to + NEAR_CHANCE * (from - to), model, batch);
            double downhill = learnt ? 0 : Downhill.from(model, batch, ENOUGH * (from - to));
            List<Fewer> fewer = learnt ? List.of() : onFewer(bench, model, batch, before);
            again(bench, model, before);
            Curve control = train(model, ablated(batch), Double.NEGATIVE_INFINITY, real.steps());
            return new OverfitEvidence(
                    batch.size(),
                    chance,
                    floor,
                    downhill,
                    real,
                    control,
                    new Leftover(left.examples(), left.unreached(), fewer));
        }
    }

    private static List<Fewer> onFewer(Bench bench, Trainable model, Batch batch, Snapshot before) {
        return FEWER.stream()
                .filter(examples -> examples < batch.size())
                .flatMap(examples -> {
                    again(bench, model, before);
                    return few(model, batch.firstRows(examples)).stream();
                })
                .toList();
    }

    /** Nothing, if the model cannot be trained on so few: batch normalisation needs two, say. */
    private static Optional<Fewer> few(Trainable model, Batch few) {
        try {
            Curve curve = train(model, few, Double.NEGATIVE_INFINITY, STEPS_ON_FEWER);
            return Optional.of(new Fewer(few.size(), curve.steps(), curve.best()));
        } catch (ConfigurationException refused) {
            return Optional.empty();
        }
    }

    private static void again(Bench bench, Trainable model, Snapshot before) {
        model.restore(before);
        model.seed(bench.seed());
    }

    /** By the model's own loss; where that cannot be told from outputs alone, by theory. */
    private static double chance(Trainable model, Task task, Batch batch, NamedTensors outputs) {
        ConstantRow constant = new ConstantRow(model, task, batch, outputs);
        double measured = constant.loss(constant.best(0));
        return Double.isNaN(measured)
                ? new ReferenceLosses(model, task, batch, outputs).bestConstant()
                : measured;
    }

    private static Curve train(Trainable model, Batch batch, double goal, int mostSteps) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, look(model, batch), Double.NaN));
        int steps = 0;
        while (steps < mostSteps && isWorthGoingOn(points, goal)) {
            double sum = 0;
            int stride = Math.min(STRIDE, mostSteps - steps);
            for (int i = 0; i < stride; i++) {
                sum += model.scoped(() -> model.step(batch));
            }
            steps += stride;
            points.add(new Point(steps, look(model, batch), sum / stride));
        }
        return new Curve(steps, points);
    }

    private static boolean isWorthGoingOn(List<Point> points, double goal) {
        double loss = points.get(points.size() - 1).loss();
        return Double.isFinite(loss) && loss > goal;
    }

    private static double look(Trainable model, Batch batch) {
        return model.scoped(() -> model.evaluate(batch, Mode.INFERENCE).loss());
    }

    private static Batch ablated(Batch batch) {
        Batch firstOnly = batch.rows(new int[batch.size()]);
        return new Batch(firstOnly.inputs(), batch.targets(), firstOnly.masks());
    }
}
