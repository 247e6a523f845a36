package dev.mltest.comparison;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Tensor;
import dev.mltest.spi.ModelAdapters;

import org.jspecify.annotations.Nullable;

/** Makes a tensor of what a test has in its hands: a framework's array, or Java's. */
public final class TensorReader {

    private static final String WHAT_TO_GIVE =
            "give it a Tensor, an array of your framework (with its adapter on the class path), or a"
                    + " Java array such as float[] or double[][]";

    private TensorReader() {}

    /**
     * The tensor. A framework's array is read through its adapter; one that the framework changes
     * later may change with it.
     *
     * @throws ConfigurationException if it is none
     */
    public static Tensor read(@Nullable Object given) {
        if (given == null) {
            throw new ConfigurationException("a tensor is null; " + WHAT_TO_GIVE);
        }
        if (TensorTree.isStructure(given)) {
            throw new ConfigurationException(
                    "a %s is not one tensor but several; write assertThatTensors(...)"
                            .formatted(given.getClass().getTypeName()));
        }
        return leaf(given);
    }

    static Tensor leaf(Object given) {
        if (given instanceof Tensor tensor) {
            return tensor;
        }
        if (JavaArrays.isReadable(given)) {
            return JavaArrays.read(given);
        }
        return ModelAdapters.tensor(given)
                .orElseThrow(() -> new ConfigurationException(
                        "a %s is no tensor that mltest can read (adapters on the class path: %s); %s"
                                .formatted(
                                        given.getClass().getTypeName(),
                                        ModelAdapters.frameworks(),
                                        WHAT_TO_GIVE)));
    }
}
