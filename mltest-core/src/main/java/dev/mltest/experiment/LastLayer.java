package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Differentiable;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;

import java.util.List;

/** The layer whose weights a forward pass uses last. */
final class LastLayer {

    private final Differentiable model;
    private final List<ParameterPath> weights;

    private LastLayer(Differentiable model, List<ParameterPath> weights) {
        this.model = model;
        this.weights = weights;
    }

    static LastLayer of(Differentiable model) {
        List<ParameterPath> weights = model.parameters().stream()
                .filter(parameter -> parameter.role() != Parameter.Role.STATE)
                .map(Parameter::path)
                .toList();
        if (weights.isEmpty()) {
            throw new NotAvailableException("the model has no weights to scale");
        }
        String layer = weights.get(weights.size() - 1).layer();
        return new LastLayer(
                model,
                weights.stream().filter(path -> path.layer().equals(layer)).toList());
    }

    /** Gives weights that are all zero small values of alternating sign. */
    void wake() {
        boolean silent =
                weights.stream().allMatch(path -> model.value(path).summary().maxAbs() == 0);
        if (silent) {
            weights.forEach(path -> model.assign(path, alternating(path)));
        }
    }

    /** Multiplies its weights, awake ones that is. */
    void scale(double factor) {
        wake();
        for (ParameterPath path : weights) {
            Tensor value = model.value(path).copy();
            model.assign(path, value.plusScaled(value, factor - 1));
        }
    }

    private Tensor alternating(ParameterPath path) {
        Tensor value = model.value(path);
        double[] signs = new double[(int) value.shape().elements()];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = Integer.bitCount(i) % 2 == 0 ? 0.1 : -0.1;
        }
        return ArrayTensor.of(value.elementType(), value.shape(), signs);
    }
}
