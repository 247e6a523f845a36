package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;
import dev.mltest.model.TensorDifference;

import java.util.LinkedHashMap;
import java.util.Map;

/** All parameters of a model at one moment. */
final class ParameterValues {

    private ParameterValues() {}

    /** Copies to the heap, in forward order. */
    static Map<ParameterPath, ArrayTensor> of(Differentiable model) {
        return model.scoped(() -> {
            Map<ParameterPath, ArrayTensor> values = new LinkedHashMap<>();
            model.parameters()
                    .forEach(parameter -> values.put(
                            parameter.path(), model.value(parameter.path()).toArray()));
            return values;
        });
    }

    /** Copies that stay with the framework, until the scope that is open now is closed. */
    static Map<ParameterPath, Tensor> kept(Differentiable model) {
        Map<ParameterPath, Tensor> values = new LinkedHashMap<>();
        model.parameters()
                .forEach(parameter -> values.put(
                        parameter.path(), model.value(parameter.path()).copy()));
        return values;
    }

    /** Elements of one parameter that are not bitwise the same number in both. */
    static long differing(
            Map<ParameterPath, ? extends Tensor> one,
            Map<ParameterPath, ? extends Tensor> other,
            ParameterPath path) {
        TensorDifference difference = difference(one, other, path);
        return difference.changed() + difference.nonFinite();
    }

    /** How far one parameter is from itself at another moment or in another model. */
    static TensorDifference difference(
            Map<ParameterPath, ? extends Tensor> one,
            Map<ParameterPath, ? extends Tensor> other,
            ParameterPath path) {
        Tensor from = one.get(path);
        Tensor to = other.get(path);
        if (from == null || to == null || !from.shape().equals(to.shape())) {
            long count = from == null ? 1 : from.shape().elements();
            return new TensorDifference(count, 0, count, 0, 0);
        }
        return from.differenceFrom(to);
    }

    /** Whether all parameters are bitwise the same. */
    static boolean same(
            Map<ParameterPath, ? extends Tensor> one, Map<ParameterPath, ? extends Tensor> other) {
        return one.keySet().equals(other.keySet())
                && one.keySet().stream().allMatch(path -> differing(one, other, path) == 0);
    }
}
