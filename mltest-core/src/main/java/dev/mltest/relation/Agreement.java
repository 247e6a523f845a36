package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;

import java.util.Arrays;

/**
 * How two outputs are compared. Round-off is measured in the same way as the relation's error, so
 * that an eigenvector may change its sign, and a set its order, under a null perturbation, too.
 */
public interface Agreement {

    /**
     * Distance of each example (axis 0); NaN if the shapes differ or an element is NaN.
     *
     * @param expected what should have come out
     * @param actual what came out
     */
    double[] distances(ArrayTensor expected, ArrayTensor actual);

    /** What is overlooked, to be appended to a relation's description; empty if nothing is. */
    String describe();

    /** Largest distance of any element. */
    static Agreement ofEveryElement() {
        return rowWise("", Distance::largest);
    }

    /** Euclidean distance. */
    static Agreement euclidean() {
        return rowWise("", Distance::euclidean);
    }

    /** As every element, where each slice along the axis may have changed its sign as a whole. */
    static Agreement upToSign(int axis) {
        return new Sliced(
                ", up to the sign of each slice of axis " + axis, axis, Distance::upToSign);
    }

    /** As every element, where the slices along the axis may come in any order. */
    static Agreement upToOrder(int axis) {
        return new Sliced(", up to the order along axis " + axis, axis, Matching::distance);
    }

    private static Agreement rowWise(String describe, Distance.OfRows distance) {
        return new Distance.RowWise(describe, distance);
    }

    /** NaN for each example: outputs that cannot be compared. */
    static double[] incomparable(ArrayTensor expected) {
        double[] unknown = new double[(int) expected.shape().size(0)];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }
}
