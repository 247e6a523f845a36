package dev.mltest.corpus.oracle;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.NamedTensors;

import java.util.stream.IntStream;

/**
 * How far numbers are apart at most. Unlike mltest's own, NaN if any of them is: no limit holds.
 */
public final class Distance {

    private Distance() {}

    /** Between outputs, the first tensor of each. */
    public static double between(NamedTensors one, NamedTensors other) {
        return between(one.first().toArray(), other.first().toArray());
    }

    /** Between tensors of one size. */
    public static double between(ArrayTensor one, ArrayTensor other) {
        return between(one.toDoubles(), other.toDoubles());
    }

    /** Between arrays of one length. */
    public static double between(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "%d numbers against %d".formatted(one.length, other.length));
        }
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs(one[i] - other[i]))
                .max()
                .orElse(0);
    }
}
