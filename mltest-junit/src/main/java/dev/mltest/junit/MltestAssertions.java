package dev.mltest.junit;

import dev.mltest.comparison.TensorReader;
import dev.mltest.comparison.TensorTree;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Tensor;

import org.jspecify.annotations.Nullable;

/**
 * Entry point for assertions about models and tensors, to be imported statically beside AssertJ's
 * own.
 *
 * <pre>{@code
 * assertThat(model).sendsGradientsToEveryParameter();
 * }</pre>
 */
public final class MltestAssertions {

    private MltestAssertions() {}

    /**
     * Starts a chain of assertions about a model. In an {@link MLTest} about that very model they
     * use the laboratory its class shares, so that nothing is looked at twice; and any chain there
     * uses the test's seed, device and budget. Elsewhere, in a plain {@code @Test} or a
     * {@code main} method, the chain has a laboratory of its own, seed 42 and no budget, unless the
     * system properties listed at {@link MLTest} say otherwise.
     *
     * @throws ConfigurationException if there is no model
     */
    public static ModelAssert assertThat(@Nullable ModelUnderTest model) {
        return new ModelAssert(given(model), Consequence.immediate());
    }

    /** Starts a chain of assertions about a tensor. */
    public static TensorAssert assertThat(@Nullable Tensor tensor) {
        return assertThatTensor(tensor);
    }

    /**
     * Starts a chain of assertions about one tensor: an array of a framework, read through its
     * adapter on the class path, or a Java array or number. Its values are copied now.
     *
     * @throws ConfigurationException if it is null, or no tensor that can be read
     */
    public static TensorAssert assertThatTensor(@Nullable Object tensor) {
        return new TensorAssert(TensorReader.read(tensor), Consequence.immediate());
    }

    /**
     * Starts a chain of assertions about all tensors of a map, a list, a record, or of these nested
     * in each other.
     *
     * @throws ConfigurationException if something in it is no tensor, or there is none at all
     */
    public static TensorsAssert assertThatTensors(@Nullable Object structure) {
        return new TensorsAssert(TensorTree.of(structure), Consequence.immediate());
    }

    static ModelUnderTest given(@Nullable ModelUnderTest model) {
        if (model == null) {
            throw new ConfigurationException(
                    "assertThat(model) was given null; give it the ModelUnderTest that the test"
                            + " receives as a parameter");
        }
        return model;
    }
}
