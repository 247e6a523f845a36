package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;

import java.util.Arrays;

/** The smallest and largest value that each element of an output row was seen to take. */
final class ReachedRange {

    private final double[] low;
    private final double[] high;

    ReachedRange(int width) {
        low = new double[width];
        high = new double[width];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
    }

    /** Widens the range; what is not a number reaches nothing. */
    void add(ArrayTensor outputs) {
        for (int i = 0; i < outputs.length(); i++) {
            double value = outputs.get(i);
            if (!Double.isNaN(value)) {
                int column = i % low.length;
                low[column] = Math.min(low[column], value);
                high[column] = Math.max(high[column], value);
            }
        }
    }

    double low() {
        return Arrays.stream(low).min().orElse(Double.NaN);
    }

    double high() {
        return Arrays.stream(high).max().orElse(Double.NaN);
    }

    /** Share of the targets' variance that is left if each is met as closely as its column can. */
    double unreachable(ArrayTensor targets) {
        double mean = targets.summary().mean();
        double missed = 0;
        double variance = 0;
        for (int i = 0; i < targets.length(); i++) {
            double target = targets.get(i);
            double miss = target - nearest(target, i % low.length);
            missed += miss * miss;
            variance += (target - mean) * (target - mean);
        }
        return missed == 0 ? 0 : missed / Math.max(variance, Double.MIN_NORMAL);
    }

    /** A column that never moved was not driven anywhere, so that its reach is not known. */
    private double nearest(double target, int column) {
        return low[column] >= high[column]
                ? target
                : Math.max(low[column], Math.min(high[column], target));
    }
}
