package dev.mltest.experiment.treatment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Numbers;

/**
 * The columns of a batch of real numbers: one for each place within an example.
 *
 * @param values axis 0 runs over the examples
 */
record Columns(ArrayTensor values) {

    private static final double SMALLEST = 0.1;
    private static final double LARGEST = 10;

    /** Whether some column is so small or so large that a layer of standard weights is. */
    boolean isFarFromOne() {
        int width = values.rowLength();
        for (int column = 0; column < width; column++) {
            double rms = rms(column);
            if (rms > LARGEST || (rms > 0 && largestRms() < SMALLEST)) {
                return true;
            }
        }
        return false;
    }

    /** Each column with mean 0 and deviation 1; a constant one becomes 0. */
    ArrayTensor standardised() {
        int width = values.rowLength();
        double[] scaled = new double[values.length()];
        for (int column = 0; column < width; column++) {
            double mean = mean(column);
            double deviation = deviation(column, mean);
            for (int at = column; at < scaled.length; at += width) {
                scaled[at] = deviation == 0 ? 0 : (values.get(at) - mean) / deviation;
            }
        }
        return ArrayTensor.of(values.elementType(), values.shape(), scaled);
    }

    /** For example {@code reaches from 0 to 255}. */
    String range() {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values.toDoubles()) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return "reaches from %s to %s".formatted(Numbers.text(min), Numbers.text(max));
    }

    static boolean hasThem(ArrayTensor tensor) {
        ElementType type = tensor.elementType();
        return type.isFloating() && tensor.length() > 0 && tensor.rowLength() > 0;
    }

    private double largestRms() {
        double largest = 0;
        for (int column = 0; column < values.rowLength(); column++) {
            largest = Math.max(largest, rms(column));
        }
        return largest;
    }

    private double mean(int column) {
        double sum = 0;
        for (int at = column; at < values.length(); at += values.rowLength()) {
            sum += values.get(at);
        }
        return sum / rows();
    }

    private double deviation(int column, double mean) {
        double squares = 0;
        for (int at = column; at < values.length(); at += values.rowLength()) {
            squares += (values.get(at) - mean) * (values.get(at) - mean);
        }
        return Math.sqrt(squares / rows());
    }

    private double rms(int column) {
        return deviation(column, 0);
    }

    private int rows() {
        return values.length() / values.rowLength();
    }
}
