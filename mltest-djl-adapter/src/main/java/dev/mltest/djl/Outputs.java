package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

import dev.mltest.model.NamedTensors;
import dev.mltest.model.Tensor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A model's outputs: {@code output} if there is one, else {@code output1}, {@code output2} and on.
 */
final class Outputs {

    private Outputs() {}

    /** The arrays as tensors by name. */
    static NamedTensors named(String name, NDList arrays, Function<NDArray, Tensor> tensor) {
        Map<String, Tensor> named = new LinkedHashMap<>();
        for (NDArray array : arrays) {
            named.put(arrays.size() == 1 ? name : name + (named.size() + 1), tensor.apply(array));
        }
        return NamedTensors.copyOf(named);
    }

    /** Copies that no later pass touches and that carry no graph. */
    static NDList copies(NDList arrays) {
        NDList copies = new NDList(arrays.size());
        arrays.forEach(array -> copies.add(array.duplicate()));
        return copies;
    }

    /** The only number in an array, or the sum of all: what a backward pass would start from. */
    static double number(NDArray array) {
        double sum = 0;
        for (double value : HeapValues.doubles(array)) {
            sum += value;
        }
        return sum;
    }
}
