package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Shape;

import java.util.Arrays;

/** Reads class labels, be they indices or one row of k numbers for each example. */
final class ClassLabels {

    private ClassLabels() {}

    /** Share of each class. */
    static double[] shares(ArrayTensor target, int classes) {
        double[] shares = new double[classes];
        if (isOneRowPerClass(target, classes)) {
            for (int i = 0; i < target.length(); i++) {
                shares[i % classes] += target.get(i);
            }
        } else {
            for (int i = 0; i < target.length(); i++) {
                shares[(int) target.get(i)]++;
            }
        }
        double total = Arrays.stream(shares).sum();
        for (int i = 0; i < classes; i++) {
            shares[i] /= total;
        }
        return shares;
    }

    /** Labels of all positions in one row, so that none is taken for a row of numbers. */
    static ArrayTensor flat(ArrayTensor target) {
        return target.reshaped(Shape.of(target.length()));
    }

    /** The class of each example, be it given by its index or by the largest of k numbers. */
    static ArrayTensor indices(ArrayTensor target, int classes) {
        if (!isOneRowPerClass(target, classes)) {
            return target;
        }
        long[] indices = new long[target.length() / classes];
        for (int i = 0; i < target.length(); i++) {
            int best = (int) (i / classes * classes + indices[i / classes]);
            indices[i / classes] = target.get(i) > target.get(best) ? i % classes : best % classes;
        }
        return ArrayTensor.ofLongs(Shape.of(indices.length), indices);
    }

    /** How many labels there are. */
    static int count(ArrayTensor target, int classes) {
        return isOneRowPerClass(target, classes) ? target.length() / classes : target.length();
    }

    private static boolean isOneRowPerClass(ArrayTensor target, int classes) {
        return target.shape().rank() == 2 && target.shape().size(1) == classes;
    }

    /** Entropy in nats. */
    static double entropy(double[] shares) {
        double entropy = 0;
        for (double share : shares) {
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return entropy;
    }
}
