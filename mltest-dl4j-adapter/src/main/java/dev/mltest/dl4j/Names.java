package dev.mltest.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.NamedTensors;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Names of what DL4J knows by number only. */
final class Names {

    private Names() {}

    /** The name itself if there is only one, else the name with a number, from 1. */
    static String numbered(String name, int index, int count) {
        return count == 1 ? name : name + (index + 1);
    }

    /** Copies of a model's outputs: {@code output}, or {@code output1}, {@code output2} and on. */
    static NamedTensors outputs(INDArray... arrays) {
        NamedTensors named = NamedTensors.none();
        for (int i = 0; i < arrays.length; i++) {
            ArrayTensor copy = HeapValues.of(arrays[i]);
            named = named.with(numbered("output", i, arrays.length), copy);
        }
        return named;
    }
}
