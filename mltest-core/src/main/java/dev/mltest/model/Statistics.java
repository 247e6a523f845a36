package dev.mltest.model;

/** Summaries of plain arrays; what {@link ArrayTensor} and heap-based adapters answer with. */
public final class Statistics {

    private Statistics() {}

    /** Summary of these values. */
    public static TensorSummary summary(double[] values) {
        long zeros = 0;
        long finite = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            if (!Double.isFinite(value)) {
                continue;
            }
            finite++;
            zeros += value == 0 ? 1 : 0;
            min = Math.min(min, value);
            max = Math.max(max, value);
            sum += value;
            squares += value * value;
        }
        long nonFinite = values.length - finite;
        return finite == 0
                ? new TensorSummary(values.length, 0, nonFinite, 0, 0, 0, 0)
                : new TensorSummary(
                        values.length,
                        zeros,
                        nonFinite,
                        min,
                        max,
                        sum / finite,
                        Math.sqrt(squares));
    }

    /** Difference of two arrays of equal length, position by position. */
    public static TensorDifference difference(double[] left, double[] right) {
        long changed = 0;
        long nonFinite = 0;
        double maxAbs = 0;
        double squares = 0;
        for (int i = 0; i < left.length; i++) {
            if (!Double.isFinite(left[i]) || !Double.isFinite(right[i])) {
                nonFinite++;
            } else if (Double.compare(left[i], right[i]) != 0) {
                changed++;
                double distance = Math.abs(left[i] - right[i]);
                maxAbs = Math.max(maxAbs, distance);
                squares += distance * distance;
            }
        }
        return new TensorDifference(left.length, changed, nonFinite, maxAbs, Math.sqrt(squares));
    }
}
