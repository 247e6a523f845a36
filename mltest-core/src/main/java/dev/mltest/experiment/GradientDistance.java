package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Gradients;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.TensorDifference;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Relative distance of gradients from exact ones, parameter by parameter. The norm of the exact
 * gradient is the measure, plus a small share of the largest norm in the model, so that a gradient
 * that is zero but for round-off does not count.
 */
final class GradientDistance {

    private final Map<ParameterPath, ArrayTensor> exact = new LinkedHashMap<>();
    private final double negligible;

    GradientDistance(Gradients exact, double share) {
        exact.parameters().forEach((path, gradient) -> this.exact.put(path, gradient.toArray()));
        double largest = this.exact.values().stream()
                .mapToDouble(gradient -> gradient.summary().norm())
                .max()
                .orElse(0);
        this.negligible = share * largest;
    }

    Map<ParameterPath, Double> of(Gradients gradients) {
        Map<ParameterPath, Double> errors = new LinkedHashMap<>();
        exact.forEach((path, expected) -> {
            TensorDifference difference =
                    expected.differenceFrom(gradients.of(path).toArray());
            double scale = expected.summary().norm() + negligible;
            errors.put(path, relative(difference, scale));
        });
        return errors;
    }

    private static double relative(TensorDifference difference, double scale) {
        if (difference.nonFinite() > 0) {
            return Double.POSITIVE_INFINITY;
        }
        return scale == 0 ? 0 : difference.norm() / scale;
    }
}
