package dev.mltest.experiment;

import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

import java.util.Arrays;

/**
 * Relative distance of what a layer puts out from what it should: the median over the rows. One row
 * in which a number fell on the other side of a threshold, a maximum was tied or a code was chosen
 * differently says nothing of the layer's arithmetic.
 */
final class LayerDistance {

    private static final double NEGLIGIBLE = 1e-3;

    private final ArrayTensor exact;
    private final int rows;
    private final int width;
    private final double usual;
    private final double smallest;
    private final double largest;

    /** Numbers too small for this type count as nothing, and rows of too large ones not at all. */
    LayerDistance(Activation layer, ElementType type) {
        Shape shape = layer.value().shape();
        exact = layer.value().toArray();
        rows = shape.rank() == 0 || exact.length() == 0 ? 1 : (int) shape.size(0);
        width = exact.length() / rows;
        usual = Math.sqrt(square(exact, 0, exact.length()) / rows);
        smallest = Strain.smallest(type) * Math.sqrt(width);
        largest = Math.sqrt(Strain.largest(type));
    }

    /** Whether there are numbers to compare with whose squares the type can hold. */
    boolean isDefined() {
        return usual < largest;
    }

    /** The largest number. */
    double most() {
        return exact.summary().maxAbs();
    }

    /** The usual size of a number. */
    double size() {
        return usual / Math.sqrt(Math.max(1, width)) + smallest;
    }

    /** NaN if the other has another shape. */
    double of(ArrayTensor other) {
        if (other.length() != exact.length()) {
            return Double.NaN;
        }
        double[] errors = new double[rows];
        for (int row = 0; row < rows; row++) {
            errors[row] = ofRow(other, row * width, (row + 1) * width);
        }
        Arrays.sort(errors);
        return errors[(rows - 1) / 2];
    }

    private double ofRow(ArrayTensor other, int from, int to) {
        double difference = 0;
        for (int i = from; i < to; i++) {
            double distance = other.get(i) - exact.get(i);
            difference += distance * distance;
        }
        double size = Math.sqrt(square(exact, from, to)) + NEGLIGIBLE * usual + smallest;
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.sqrt(difference) / size;
    }

    private static double square(ArrayTensor values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values.get(i) * values.get(i);
        }
        return sum;
    }
}
