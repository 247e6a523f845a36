package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Predictor;
import dev.mltest.model.Tensor;

/**
 * Gives trainable parameters that start at zero, biases and the last layers of branches, small
 * values: training will move them, and until then they hide what passes through them.
 */
final class Awakening {

    private static final double SIZE = 0.1;

    private Awakening() {}

    static void of(Predictor predictor) {
        if (predictor instanceof Differentiable model) {
            model.parameters().stream()
                    .filter(Parameter::isTrainable)
                    .map(Parameter::path)
                    .filter(path -> model.value(path).summary().maxAbs() == 0)
                    .forEach(path -> model.assign(path, alternating(model, path)));
        }
    }

    private static Tensor alternating(Differentiable model, ParameterPath path) {
        Tensor value = model.value(path);
        double[] signs = new double[(int) value.shape().elements()];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = Integer.bitCount(i) % 2 == 0 ? SIZE : -SIZE;
        }
        return ArrayTensor.of(value.elementType(), value.shape(), signs);
    }
}
