package dev.mltest.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Differentiable;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parameter values on the heap, running statistics included. */
final class States {

    private States() {}

    static Map<String, ArrayTensor> of(Differentiable model) {
        Map<String, ArrayTensor> values = new LinkedHashMap<>();
        model.parameters()
                .forEach(parameter -> values.put(
                        parameter.path().text(), model.value(parameter.path()).toArray()));
        return values;
    }
}
