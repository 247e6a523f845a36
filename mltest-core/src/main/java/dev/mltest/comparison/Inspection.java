package dev.mltest.comparison;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/**
 * Which elements of a tensor, or sums of its rows, are not as they should be.
 *
 * @param count how many there are
 * @param failing how many are not as they should be
 * @param first position and value of the first few of these
 */
public record Inspection(long count, long failing, Map<List<Long>, Double> first) {

    private static final int MOST_LISTED = 5;

    /** Looks at every element. */
    public static Inspection ofElements(Tensor tensor, DoublePredicate asItShouldBe) {
        return of(tensor.toArray(), asItShouldBe);
    }

    /**
     * Looks at the sums along the last axis, added up in double precision.
     *
     * @throws ConfigurationException if there is no axis
     */
    public static Inspection ofRowSums(Tensor tensor, DoublePredicate asItShouldBe) {
        ArrayTensor values = tensor.toArray();
        int rank = values.shape().rank();
        if (rank == 0) {
            throw new ConfigurationException(
                    "a scalar has no rows to sum up; give a tensor of shape [N x K]");
        }
        Shape rows = Shape.of(Arrays.copyOf(values.shape().sizes(), rank - 1));
        double[] sums = new double[Math.toIntExact(rows.elements())];
        for (int i = 0; i < values.length(); i++) {
            sums[(int) (i / values.shape().size(-1))] += values.get(i);
        }
        return of(ArrayTensor.ofDoubles(rows, sums), asItShouldBe);
    }

    private static Inspection of(ArrayTensor values, DoublePredicate asItShouldBe) {
        Map<List<Long>, Double> first = new LinkedHashMap<>();
        long failing = 0;
        for (int i = 0; i < values.length(); i++) {
            if (!asItShouldBe.test(values.get(i))) {
                failing++;
                if (first.size() < MOST_LISTED) {
                    first.put(Mismatch.position(values.shape(), i), values.get(i));
                }
            }
        }
        return new Inspection(values.length(), failing, first);
    }
}
