package dev.mltest.junit;

import dev.mltest.comparison.Comparing;
import dev.mltest.comparison.Comparison;
import dev.mltest.comparison.TensorTree;
import dev.mltest.comparison.TreeComparison;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Tensor;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Assertions about all tensors of a nested structure. Each has a path, such as
 * {@code encoder.layers[2].weight}: maps, records and named tensors give names, lists and arrays of
 * objects give positions.
 */
public final class TensorsAssert extends ComparingAssert<TensorsAssert, Map<String, Tensor>> {

    private final Consequence consequence;

    TensorsAssert(Map<String, Tensor> actual, Consequence consequence) {
        super(actual, TensorsAssert.class, consequence);
        this.consequence = consequence;
    }

    /** Verifies that both have the same paths, and shape and numbers under each are near. */
    public TensorsAssert isCloseTo(@Nullable Object expected) {
        return verify("should be close to the expected ones", expected, Comparing::closeness);
    }

    /**
     * Verifies that both have the same paths, and shape, element type and every bit under each are
     * the same: 0.0 and -0.0 are two numbers.
     */
    @Override
    public TensorsAssert isEqualTo(@Nullable Object expected) {
        return verify("should be equal to the expected ones", expected, Comparing::identity);
    }

    /**
     * Goes on with the tensor under a path.
     *
     * @throws ConfigurationException if there is none
     */
    public TensorAssert tensor(String path) {
        Tensor found = actual.get(path);
        if (found == null) {
            throw new ConfigurationException(
                    "there is no tensor at '%s'; there is %s".formatted(path, actual.keySet()));
        }
        return new TensorAssert(found, consequence).as(path);
    }

    private TensorsAssert verify(String claim, @Nullable Object expected, Pairwise pairwise) {
        Map<String, Tensor> others = TensorTree.of(expected);
        TreeComparison comparison = TreeComparison.of(
                actual, others, (one, other) -> pairwise.compare(comparing(), one, other));
        return comparison.holds()
                ? this
                : fail(
                        TensorsText.of(claim, comparison),
                        TensorsText.values(others),
                        TensorsText.values(actual));
    }

    /** One way to compare two tensors. */
    private interface Pairwise {

        Comparison compare(Comparing comparing, Tensor actual, Tensor expected);
    }
}
