package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Compares what a user's code predicts with what the model gives. Probabilities made of logits, and
 * any other rising function of each single number, are the same prediction in another dress; other
 * shapes are not compared at all.
 */
final class AfterProcessing {

    private AfterProcessing() {}

    /** Largest difference that no after-processing explains; NaN if they cannot be compared. */
    static double distance(ArrayTensor given, ArrayTensor own) {
        if (!given.shape().equals(own.shape()) || given.length() < 2) {
            return Double.NaN;
        }
        double plain = given.differenceFrom(own).maxAbs();
        double softened = largest(given, i -> given.get(i) - softmax(own, i));
        return rises(given, own) ? 0 : Math.min(plain, softened);
    }

    private static double softmax(ArrayTensor logits, int index) {
        int width = (int) logits.shape().size(-1);
        int from = index / width * width;
        double sum = IntStream.range(from, from + width)
                .mapToDouble(i -> Math.exp(logits.get(i) - logits.get(index)))
                .sum();
        return 1 / sum;
    }

    private static double largest(ArrayTensor of, IntToDoubleFunction value) {
        return IntStream.range(0, of.length())
                .mapToDouble(i -> Math.abs(value.applyAsDouble(i)))
                .max()
                .orElse(0);
    }

    /** Whether a larger number of the model never becomes a smaller one of the user's. */
    private static boolean rises(ArrayTensor given, ArrayTensor own) {
        int[] order = IntStream.range(0, own.length())
                .boxed()
                .sorted(Comparator.comparingDouble(own::get))
                .mapToInt(i -> i)
                .toArray();
        double[] sorted = Arrays.stream(order).mapToDouble(given::get).toArray();
        return IntStream.range(1, sorted.length).allMatch(i -> sorted[i] >= sorted[i - 1]);
    }
}
