package dev.mltest.testing;

import dev.mltest.model.ElementType;

import java.util.Arrays;
import java.util.function.BiFunction;

/** Layers that keep their digits, and faulty ones that lose them; none has a parameter. */
public final class PrecisionLayers {

    private PrecisionLayers() {}

    /** Each row without its mean, over its deviation. */
    public static Layer standardised(String name) {
        return new RowWise(name, (row, precision) -> standardise(row, precision, 1e-5));
    }

    /** Faulty: the same, with nothing to keep the deviation from being 0. */
    public static Layer standardisedWithoutGuard(String name) {
        return new RowWise(name, (row, precision) -> standardise(row, precision, 0));
    }

    /** Faulty: the same, the variance being the mean square minus the squared mean. */
    public static Layer standardisedByCancellation(String name) {
        return new RowWise(name, PrecisionLayers::standardiseByCancellation);
    }

    /** Faulty: running sums of each row, added up in half precision. */
    public static Layer sumsInHalfPrecision(String name) {
        return new RowWise(name, (row, precision) -> sums(row, half(precision)));
    }

    /** Running sums of each row. */
    public static Layer sums(String name) {
        return new RowWise(name, PrecisionLayers::sums);
    }

    /** Faulty: softmax of each row without taking out the largest, over a guard that hides it. */
    public static Layer softmaxWithoutShift(String name, double shift) {
        return new RowWise(name, (row, precision) -> softmax(row, shift, precision));
    }

    /** Faulty: (1 - cos(x)) / x² of small x by its definition, where half the digits cancel. */
    public static Layer versine(String name, double small) {
        return new RowWise(name, (row, precision) -> {
            double[] result = new double[row.length];
            for (int i = 0; i < row.length; i++) {
                double x = precision.round(small * (1 + Math.abs(row[i])));
                result[i] = precision.round(1 - precision.round(Math.cos(x))) / (x * x);
            }
            return result;
        });
    }

    private static ElementType half(ElementType precision) {
        return precision == ElementType.FLOAT64 ? precision : ElementType.FLOAT16;
    }

    private static double[] sums(double[] row, ElementType precision) {
        double[] result = row.clone();
        for (int i = 1; i < row.length; i++) {
            result[i] = precision.round(result[i - 1] + precision.round(row[i]));
        }
        return result;
    }

    private static double[] standardise(double[] row, ElementType precision, double guard) {
        double mean = precision.round(Arrays.stream(row).average().orElseThrow());
        double[] centred =
                Arrays.stream(row).map(x -> precision.round(x - mean)).toArray();
        double variance = Arrays.stream(centred).map(x -> x * x).average().orElseThrow();
        return Arrays.stream(centred).map(x -> x / Math.sqrt(variance + guard)).toArray();
    }

    private static double[] standardiseByCancellation(double[] row, ElementType precision) {
        double mean = precision.round(Arrays.stream(row).average().orElseThrow());
        double square =
                precision.round(Arrays.stream(row).map(x -> x * x).average().orElseThrow());
        double variance = Math.max(0, precision.round(square - precision.round(mean * mean)));
        return Arrays.stream(row)
                .map(x -> precision.round(x - mean) / Math.sqrt(variance + 1e-5))
                .toArray();
    }

    private static double[] softmax(double[] row, double shift, ElementType precision) {
        double[] powers = Arrays.stream(row)
                .map(x -> precision.round(Math.exp(x + shift)))
                .toArray();
        double sum = precision.round(Arrays.stream(powers).sum());
        return Arrays.stream(powers).map(power -> precision.round(power / sum)).toArray();
    }

    private record RowWise(String name, BiFunction<double[], ElementType, double[]> function)
            implements Layer {

        @Override
        public double[][] forward(double[][] rows, Pass pass) {
            double[][] results = new double[rows.length][];
            for (int r = 0; r < rows.length; r++) {
                results[r] = function.apply(rows[r], pass.precision());
            }
            return pass.rounded(results);
        }

        @Override
        public double[][] backward(double[][] gradient) {
            return gradient;
        }
    }
}
