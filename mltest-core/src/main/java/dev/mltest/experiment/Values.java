package dev.mltest.experiment;

import dev.mltest.model.Differentiable;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values of parameters as one long vector. */
final class Values {

    private final Map<ParameterPath, Tensor> tensors;

    private Values(Map<ParameterPath, Tensor> tensors) {
        this.tensors = tensors;
    }

    /** Copies of all trainable parameters. */
    static Values of(Differentiable model) {
        Map<ParameterPath, Tensor> values = new LinkedHashMap<>();
        model.parameters().stream()
                .filter(Parameter::isTrainable)
                .map(Parameter::path)
                .forEach(path -> values.put(path, model.value(path).copy()));
        return new Values(values);
    }

    /** Copies of these, gradients for example. */
    static Values copyOf(Map<ParameterPath, ? extends Tensor> tensors) {
        Map<ParameterPath, Tensor> values = new LinkedHashMap<>();
        tensors.forEach((path, tensor) -> values.put(path, tensor.copy()));
        return new Values(values);
    }

    void assignTo(Differentiable model) {
        tensors.forEach(model::assign);
    }

    Values minus(Values other) {
        return plus(other, -1);
    }

    /** This plus a multiple of another; what the other lacks stays as it is. */
    Values plus(Values other, double factor) {
        Map<ParameterPath, Tensor> sums = new LinkedHashMap<>();
        tensors.forEach((path, tensor) -> {
            Tensor added = other.tensors.get(path);
            sums.put(path, added == null ? tensor : tensor.plusScaled(added, factor));
        });
        return new Values(sums);
    }

    /** Euclidean norm of the whole vector. */
    double norm() {
        return tensors.values().stream()
                .mapToDouble(tensor -> tensor.summary().norm())
                .reduce(0, Math::hypot);
    }

    /**
     * Cosine of the angle with another vector, over the parameters of both; NaN if either is 0. For
     * unit vectors it is 1 - |a - b|^2 / 2.
     */
    double cosine(Values other) {
        Values here = onlyThoseOf(other);
        Values there = other.onlyThoseOf(here);
        double ratio = here.norm() / there.norm();
        double distance = here.plus(there, -ratio).norm() / here.norm();
        return 1 - distance * distance / 2;
    }

    private Values onlyThoseOf(Values other) {
        Map<ParameterPath, Tensor> common = new LinkedHashMap<>(tensors);
        common.keySet().retainAll(other.tensors.keySet());
        return new Values(common);
    }
}
