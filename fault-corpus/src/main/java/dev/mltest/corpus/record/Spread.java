package dev.mltest.corpus.record;

/**
 * What is kept of many numbers. All but the counts is taken over the finite ones; 0 if there is
 * none.
 *
 * @param count how many
 * @param nonFinite how many are NaN or infinite
 * @param zeroShare share of the finite ones that are exactly 0
 * @param min smallest
 * @param max largest
 * @param mean mean
 * @param meanAbs mean absolute value
 * @param std standard deviation
 */
public record Spread(
        long count,
        long nonFinite,
        double zeroShare,
        double min,
        double max,
        double mean,
        double meanAbs,
        double std) {

    /** Of these numbers. */
    public static Spread of(double... values) {
        int finite = 0;
        int zeros = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double sizes = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                finite++;
                zeros += value == 0 ? 1 : 0;
                min = Math.min(min, value);
                max = Math.max(max, value);
                sum += value;
                sizes += Math.abs(value);
            }
        }
        if (finite == 0) {
            return new Spread(values.length, values.length, 0, 0, 0, 0, 0, 0);
        }
        double mean = sum / finite;
        return new Spread(
                values.length,
                values.length - finite,
                zeros / (double) finite,
                min,
                max,
                mean,
                sizes / finite,
                Math.sqrt(squares(values, mean) / finite));
    }

    private static double squares(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += Double.isFinite(value) ? (value - mean) * (value - mean) : 0;
        }
        return sum;
    }

    /** Square of the standard deviation. */
    public double variance() {
        return std * std;
    }

    /** Largest absolute value. */
    public double maxAbs() {
        return Math.max(Math.abs(min), Math.abs(max));
    }

    /** Euclidean norm. */
    public double norm() {
        return Math.sqrt((count - nonFinite) * (variance() + mean * mean));
    }

    /** Whether they are all the same finite number. */
    public boolean isConstant() {
        return isFinite() && min == max;
    }

    /** Whether all are finite. */
    public boolean isFinite() {
        return nonFinite == 0;
    }
}
