package dev.mltest.experiment;

import dev.mltest.evidence.OverfitEvidence;
import dev.mltest.evidence.OverfitEvidence.Curve;
import dev.mltest.evidence.OverfitEvidence.Point;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;

/**
 * Can the model learn one small batch by heart, and does it need the inputs to do so? The control
 * starts from the same weights and sees the first example in every row, masks included, so that it
 * can at best learn the targets' distribution. Training stops once a twentieth of the way from
 * chance to floor is left; the control takes as many steps.
 */
public record OverfitOneBatch() implements Experiment<OverfitEvidence> {

    private static final int EXAMPLES = 16;
    private static final int MOST_STEPS = 400;
    private static final int STRIDE = 10;
    private static final double ENOUGH = 0.05;

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
        Price looks = Price.forwards(1 + MOST_STEPS / STRIDE);
        Price run = Price.steps(MOST_STEPS).plus(looks);
        return run.times(2).plus(Price.forwards(1)).plus(SmallBatch.PRICE).plus(Downhill.PRICE);
    }

    @Override
    public OverfitEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        Batch batch = SmallBatch.of(bench, model, EXAMPLES);
        Evaluation start = model.evaluate(batch, Mode.INFERENCE);
        Task task = bench.subject().task();
        double chance = chance(model, task, batch, start.outputs());
        double floor = LossFloor.of(model, task, batch, start.outputs());
        double goal = goal(chance, floor, start.loss());
        try (Snapshot before = model.snapshot()) {
            Curve real = train(model, batch, goal, MOST_STEPS);
            double downhill = real.best() <= goal ? 0 : Downhill.from(model, batch);
            model.restore(before);
            model.seed(bench.seed());
            Curve control = train(model, ablated(batch), Double.NEGATIVE_INFINITY, real.steps());
            return new OverfitEvidence(batch.size(), chance, floor, downhill, real, control);
        }
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

    private static double goal(double chance, double floor, double start) {
        double from = Double.isNaN(chance) ? start : chance;
        double to = Double.isNaN(floor) ? 0 : floor;
        return to + ENOUGH * (from - to);
    }

    private static double look(Trainable model, Batch batch) {
        return model.scoped(() -> model.evaluate(batch, Mode.INFERENCE).loss());
    }

    private static Batch ablated(Batch batch) {
        Batch firstOnly = batch.rows(new int[batch.size()]);
        return new Batch(firstOnly.inputs(), batch.targets(), firstOnly.masks());
    }
}
