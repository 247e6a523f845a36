package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Tensor;

import java.util.random.RandomGenerator;

/** Normal numbers of the size of a tensor: the root of its mean square. */
record Scatter(RandomGenerator random) {

    /** For parameters that are smaller, as biases that start at 0. */
    private static final double LEAST = 0.01;

    static double size(Tensor parameter) {
        return Math.max(rms(parameter), LEAST);
    }

    static double rms(Tensor tensor) {
        return tensor.summary().norm() / Math.sqrt(Math.max(1, tensor.shape().elements()));
    }

    /** For all elements of a parameter. */
    ArrayTensor like(Tensor parameter) {
        return normal(parameter, size(parameter));
    }

    /** For the elements of an input that are not 0. */
    ArrayTensor likeFilled(Tensor input) {
        return where(normal(input, rms(input)), input);
    }

    private ArrayTensor normal(Tensor tensor, double size) {
        return tensor.toArray().map(value -> size * random.nextGaussian());
    }

    /** The numbers at all places where another tensor is not 0; 0 at the others. */
    static ArrayTensor where(Tensor numbers, Tensor filled) {
        double[] kept = numbers.toArray().toDoubles();
        ArrayTensor places = filled.toArray();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = places.get(i) == 0 ? 0 : kept[i];
        }
        return ArrayTensor.of(numbers.elementType(), numbers.shape(), kept);
    }
}
