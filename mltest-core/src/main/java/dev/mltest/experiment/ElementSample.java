package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;

import java.util.Arrays;

/** Some elements of a tensor, always the same ones: those of its first rows, evenly spread. */
final class ElementSample {

    private static final int MOST_ROWS = 8;
    private static final int MOST_OF_A_ROW = 1024;

    private final Shape shape;
    private final int rows;
    private final double[] values;
    private final double rms;

    ElementSample(Shape shape, int rows, double[] values) {
        this.shape = shape;
        this.rows = rows;
        this.values = values;
        this.rms = Math.sqrt(dot(this) / values.length);
    }

    static ElementSample of(Tensor tensor) {
        ArrayTensor all = tensor.toArray();
        int rows = all.shape().rank() == 0
                ? 1
                : (int) Math.min(MOST_ROWS, all.shape().size(0));
        int length = rows == 0 ? 0 : all.shape().rank() == 0 ? 1 : all.rowLength();
        int stride = Math.max(1, (length + MOST_OF_A_ROW - 1) / MOST_OF_A_ROW);
        int kept = (length + stride - 1) / stride;
        double[] values = new double[rows * kept];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i / kept * length + i % kept * stride);
        }
        return new ElementSample(all.shape(), rows, values);
    }

    Shape shape() {
        return shape;
    }

    boolean isShapedAs(ElementSample other) {
        return shape.equals(other.shape);
    }

    int size() {
        return values.length;
    }

    double get(int index) {
        return values[index];
    }

    double dot(ElementSample other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return sum;
    }

    /** Sum of the squares. */
    double square() {
        return rms * rms * values.length;
    }

    double rms() {
        return rms;
    }

    /** Root mean square of the differences. */
    double distance(ElementSample other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = values[i] - other.values[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum / values.length);
    }

    /** Root mean square of the deviations from the mean. */
    double deviation() {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    /** Median over pairs of rows of the summed squared differences, each over its mean square. */
    double medianDistance() {
        double[] pairs = new double[rows * (rows - 1) / 2];
        int next = 0;
        for (int left = 0; left < rows; left++) {
            for (int right = left + 1; right < rows; right++) {
                pairs[next++] = distance(left, right);
            }
        }
        Arrays.sort(pairs);
        return pairs.length == 0 ? 0 : pairs[pairs.length / 2];
    }

    private double distance(int left, int right) {
        int length = values.length / rows;
        double sum = 0;
        for (int i = 0; i < length; i++) {
            double x = values[left * length + i];
            double y = values[right * length + i];
            sum += x == y ? 0 : 2 * (x - y) * (x - y) / (x * x + y * y);
        }
        return sum;
    }
}
