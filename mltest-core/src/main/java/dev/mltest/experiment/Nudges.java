package dev.mltest.experiment;

import dev.mltest.evidence.NudgeEvidence;
import dev.mltest.evidence.NudgeEvidence.Nudge;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Does the loss depend on these parameters at all, and can the optimiser move them? Asked about
 * parameters that receive no gradient or do not change.
 *
 * @param paths the parameters
 */
public record Nudges(List<ParameterPath> paths) implements Experiment<NudgeEvidence> {

    private static final int BATCHES = 2;
    private static final double SHARE = 0.01;
    private static final double ALMOST_NOTHING = 0x1p-40;

    /** Keeps its own copy, in a fixed order. */
    public Nudges {
        paths = paths.stream().sorted().toList();
    }

    @Override
    public String id() {
        return paths.stream()
                .map(ParameterPath::text)
                .collect(Collectors.joining(",", "nudges(", ")"));
    }

    @Override
    public Class<NudgeEvidence> evidenceType() {
        return NudgeEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        Price each = Price.forwards(BATCHES).plus(Price.steps(1));
        return Price.forwards(BATCHES).plus(each.times(paths.size()));
    }

    @Override
    public NudgeEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        List<Batch> batches = bench.batches(BATCHES);
        double[] before = losses(bench, model, batches);
        List<Nudge> nudges = new ArrayList<>();
        try (Snapshot start = model.snapshot()) {
            for (ParameterPath path : paths) {
                nudge(bench, model, path, 1);
                double change = largestDifference(before, losses(bench, model, batches));
                model.restore(start);
                double step = stepFromSmall(model, path, batches.get(0));
                model.restore(start);
                nudges.add(new Nudge(path, change, step));
            }
        }
        return new NudgeEvidence(before[0], nudges);
    }

    private static double[] losses(Bench bench, Differentiable model, List<Batch> batches) {
        double[] losses = new double[batches.size()];
        for (int i = 0; i < losses.length; i++) {
            Batch batch = batches.get(i);
            model.seed(bench.seed());
            losses[i] = model.scoped(() -> model.evaluate(batch, Mode.TRAINING).loss());
        }
        return losses;
    }

    /**
     * Moves every element by a hundredth of the tensor's root mean square, up or down at random:
     * scaling the tensor as a whole would be cancelled by a normalisation behind it. With a sign of
     * -1 the other way.
     */
    static void nudge(Bench bench, Differentiable model, ParameterPath path, int sign) {
        Tensor value = model.value(path).copy();
        double rms = value.summary().rms();
        double size = SHARE * (rms > 0 ? rms : 1);
        RandomGenerator random = bench.random(path.text());
        ArrayTensor direction = ArrayTensor.filled(value.elementType(), value.shape(), size)
                .map(step -> random.nextBoolean() ? step : -step);
        model.assign(path, value.plusScaled(direction, sign));
    }

    private static double stepFromSmall(Differentiable model, ParameterPath path, Batch batch) {
        if (!(model instanceof Trainable trainable)) {
            return Double.NaN;
        }
        Tensor value = model.value(path).copy();
        model.assign(path, value.plusScaled(value, ALMOST_NOTHING - 1));
        Tensor small = model.value(path).copy();
        trainable.step(batch);
        return model.value(path).differenceFrom(small).maxAbs();
    }

    private static double largestDifference(double[] before, double[] after) {
        double largest = 0;
        for (int i = 0; i < before.length; i++) {
            largest = Math.max(largest, Math.abs(after[i] - before[i]));
        }
        return largest;
    }
}
