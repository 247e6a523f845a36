package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;

import java.util.Arrays;

/** Distances between the numbers of one example. NaN is at no known distance from anything. */
final class Distance {

    private Distance() {}

    /** Distance of two examples, element by element. */
    interface OfRows {

        double between(double[] expected, double[] actual);
    }

    /** Compares example by example. */
    record RowWise(String describe, OfRows distance) implements Agreement {

        @Override
        public double[] distances(ArrayTensor expected, ArrayTensor actual) {
            if (!expected.shape().equals(actual.shape())) {
                return Agreement.incomparable(expected);
            }
            double[] found = new double[(int) expected.shape().size(0)];
            for (int row = 0; row < found.length; row++) {
                found[row] = distance.between(
                        expected.rows(row).toDoubles(), actual.rows(row).toDoubles());
            }
            return found;
        }
    }

    static double largest(double[] expected, double[] actual) {
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(difference(expected[i], actual[i])));
        }
        return largest;
    }

    static double euclidean(double[] expected, double[] actual) {
        double squares = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = difference(expected[i], actual[i]);
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    /** An infinity, such as the score of what is masked, equals itself. */
    private static double difference(double expected, double actual) {
        return expected == actual ? 0 : expected - actual;
    }

    /** The larger of all slices' distances, each with the sign that suits it better. */
    static double upToSign(double[][] expected, double[][] actual) {
        double largest = 0;
        for (int slice = 0; slice < expected.length; slice++) {
            double[] mirrored = Arrays.stream(actual[slice]).map(x -> -x).toArray();
            largest = Math.max(
                    largest,
                    Math.min(
                            largest(expected[slice], actual[slice]),
                            largest(expected[slice], mirrored)));
        }
        return largest;
    }
}
