package dev.mltest.experiment;

import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Tensor;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** Finds values that are no numbers. */
final class Unfit {

    private Unfit() {}

    /** Minus infinity excludes a class, as a masked score or the logarithm of 0 does. */
    static boolean isNoOutput(double value) {
        return Double.isNaN(value) || value == Double.POSITIVE_INFINITY;
    }

    static boolean any(Tensor tensor, DoublePredicate unfit) {
        if (tensor.summary().nonFinite() == 0) {
            return false;
        }
        ArrayTensor values = tensor.toArray();
        for (int i = 0; i < values.length(); i++) {
            if (unfit.test(values.get(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first layer that is NaN or overflowed; minus infinity counts if nothing else is there.
     */
    static Optional<String> firstLayer(List<Activation> layers) {
        return first(layers, Unfit::isNoOutput)
                .or(() -> first(layers, value -> !Double.isFinite(value)));
    }

    private static Optional<String> first(List<Activation> layers, DoublePredicate unfit) {
        return layers.stream()
                .filter(layer -> any(layer.value(), unfit))
                .map(Activation::layer)
                .findFirst();
    }
}
