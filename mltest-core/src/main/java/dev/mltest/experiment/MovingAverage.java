package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a moving average of one and the same value ends: every step leaves the same share of the
 * way, so that two steps tell the rest (Aitken's extrapolation). An average that is kept as its
 * logarithm does not obey that at first; there a long leap is taken, and the next round corrects
 * it.
 */
final class MovingAverage {

    private static final double SLOWEST = 0.999;
    private static final double LEAP = 32;
    private static final double ROUND_OFF = 16;

    private MovingAverage() {}

    /** The ends of these averages, from their values before and after one and two steps. */
    static List<ArrayTensor> limits(
            List<ArrayTensor> before, List<ArrayTensor> once, List<ArrayTensor> twice) {
        return IntStream.range(0, before.size())
                .mapToObj(i -> limit(before.get(i), once.get(i), twice.get(i)))
                .toList();
    }

    private static ArrayTensor limit(ArrayTensor before, ArrayTensor once, ArrayTensor twice) {
        double digits =
                ROUND_OFF * twice.elementType().epsilon() * twice.summary().rms();
        double[] limits = twice.toDoubles();
        for (int i = 0; i < limits.length; i++) {
            double first = once.get(i) - before.get(i);
            double second = twice.get(i) - once.get(i);
            if (Math.abs(first) > digits) {
                limits[i] += second * way(second / first);
            }
        }
        return ArrayTensor.of(twice.elementType(), twice.shape(), limits);
    }

    /** Steps still to go, as a multiple of the last. */
    private static double way(double share) {
        return share < 0 ? 0 : share < SLOWEST ? share / (1 - share) : LEAP;
    }
}
