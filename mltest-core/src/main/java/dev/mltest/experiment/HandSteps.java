package dev.mltest.experiment;

import dev.mltest.evidence.HandStepEvidence;
import dev.mltest.evidence.HandStepEvidence.HandStep;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Could these parameters learn if somebody moved them? Each is moved by hand against its gradient,
 * by a hundredth of its size and by less, while all others rest.
 *
 * @param paths the parameters, all of them trainable
 */
public record HandSteps(List<ParameterPath> paths) implements Experiment<HandStepEvidence> {

    private static final double[] SHARES = {1e-2, 1e-3, 1e-4};
    private static final double LEAST_RMS = 0.01;

    /** Keeps its own copy, in a fixed order. */
    public HandSteps {
        paths = paths.stream().sorted().toList();
    }

    @Override
    public String id() {
        return paths.stream()
                .map(ParameterPath::text)
                .collect(Collectors.joining(",", "hand-steps(", ")"));
    }

    @Override
    public Class<HandStepEvidence> evidenceType() {
        return HandStepEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.gradients(1).plus(Price.forwards(1 + (long) SHARES.length * paths.size()));
    }

    @Override
    public HandStepEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch batch = bench.batch(0);
        double before = loss(bench, model, batch);
        model.seed(bench.seed());
        Gradients gradients = model.gradients(batch, Mode.TRAINING);
        List<HandStep> steps = paths.stream()
                .map(path -> moved(bench, model, batch, path, gradients.of(path).copy()))
                .toList();
        return new HandStepEvidence(before, steps);
    }

    private static HandStep moved(
            Bench bench, Differentiable model, Batch batch, ParameterPath path, Tensor gradient) {
        Tensor from = model.value(path).copy();
        double slope = gradient.summary().norm();
        double least = LEAST_RMS * Math.sqrt(from.shape().elements());
        double size = Math.max(from.summary().norm(), least);
        double lowest = Double.POSITIVE_INFINITY;
        for (double share : SHARES) {
            double factor = slope > 0 ? -share * size / slope : 0;
            model.assign(path, from.plusScaled(gradient, factor));
            lowest = Math.min(lowest, loss(bench, model, batch));
        }
        model.assign(path, from);
        return new HandStep(path, slope, lowest);
    }

    private static double loss(Bench bench, Differentiable model, Batch batch) {
        model.seed(bench.seed());
        return model.scoped(() -> model.evaluate(batch, Mode.TRAINING).loss());
    }
}
