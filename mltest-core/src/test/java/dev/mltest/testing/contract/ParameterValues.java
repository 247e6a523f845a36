package dev.mltest.testing.contract;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Parameter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Parameter values on the heap, by path and in the model's order. */
public final class ParameterValues {

    private ParameterValues() {}

    /** All of them, running statistics included. */
    public static Map<String, ArrayTensor> of(Differentiable model) {
        return of(model, parameter -> true);
    }

    /** Those of one role. */
    public static Map<String, ArrayTensor> of(Differentiable model, Parameter.Role role) {
        return of(model, parameter -> parameter.role() == role);
    }

    private static Map<String, ArrayTensor> of(Differentiable model, Predicate<Parameter> wanted) {
        Map<String, ArrayTensor> values = new LinkedHashMap<>();
        model.parameters().stream()
                .filter(wanted)
                .forEach(parameter -> values.put(
                        parameter.path().text(), model.value(parameter.path()).toArray()));
        return values;
    }
}
