package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;

/**
 * Compares examples as lists of slices along an axis.
 *
 * @param describe what is overlooked
 * @param axis of the batch's output
 * @param distance of two lists of slices that are equally long
 */
record Sliced(String describe, int axis, OfSlices distance) implements Agreement {

    /** Distance of two examples, slice by slice. */
    interface OfSlices {

        double between(double[][] expected, double[][] actual);
    }

    @Override
    public double[] distances(ArrayTensor expected, ArrayTensor actual) {
        int slices = TensorMoves.size(expected, axis);
        if (!expected.shape().equals(actual.shape())) {
            return Agreement.incomparable(expected);
        }
        double[] found = new double[(int) expected.shape().size(0)];
        for (int row = 0; row < found.length; row++) {
            found[row] = distance.between(
                    slices(expected.rows(row), slices), slices(actual.rows(row), slices));
        }
        return found;
    }

    private double[][] slices(ArrayTensor example, int count) {
        double[][] slices = new double[count][example.length() / Math.max(1, count)];
        int[] filled = new int[count];
        int inner = TensorMoves.inner(example.shape(), axis);
        for (int i = 0; i < example.length(); i++) {
            int slice = i / inner % count;
            slices[slice][filled[slice]++] = example.get(i);
        }
        return slices;
    }
}
