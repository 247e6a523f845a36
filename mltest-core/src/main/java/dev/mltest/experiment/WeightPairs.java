package dev.mltest.experiment;

import dev.mltest.evidence.SuperpositionEvidence.Pair;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which weights act on the last one? Both are doubled, each alone and together: weights side by
 * side add up, weights in series multiply.
 *
 * @param model whose weights
 * @param scores what it puts out at the time of asking
 */
record WeightPairs(Differentiable model, Supplier<double[]> scores) {

    /** Most weights that are held against the last. */
    static final int MOST = 8;

    List<Pair> all() {
        List<ParameterPath> weights = model.parameters().stream()
                .filter(parameter ->
                        parameter.isTrainable() && parameter.shape().rank() >= 2)
                .map(Parameter::path)
                .toList();
        if (weights.size() < 2) {
            return List.of();
        }
        ParameterPath last = weights.get(weights.size() - 1);
        List<Pair> pairs = new ArrayList<>();
        try (Snapshot start = model.snapshot()) {
            double[] neither = scores.get();
            double[] onlyLast = doubled(start, last);
            for (ParameterPath weight : weights.subList(0, Math.min(MOST, weights.size() - 1))) {
                double[] only = doubled(start, weight);
                double[] both = doubled(start, weight, last);
                pairs.add(new Pair(weight.text(), interaction(neither, only, onlyLast, both)));
            }
        }
        return pairs;
    }

    private double[] doubled(Snapshot start, ParameterPath... paths) {
        for (ParameterPath path : paths) {
            Tensor value = model.value(path).copy();
            model.assign(path, value.plusScaled(value, 1));
        }
        double[] seen = scores.get();
        model.restore(start);
        return seen;
    }

    private static double interaction(
            double[] neither, double[] one, double[] other, double[] both) {
        double change = 0;
        for (int i = 0; i < neither.length; i++) {
            double joint = Math.abs(both[i] - one[i] - other[i] + neither[i]);
            change = Double.isFinite(joint) ? Math.max(change, joint) : change;
        }
        double size = Arrays.stream(both)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return size == 0 ? 0 : change / size;
    }
}
