package dev.mltest.experiment;

import dev.mltest.evidence.PortraitEvidence.Histogram;
import dev.mltest.model.ArrayTensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Counts values in bins, without another copy of them. */
final class Histograms {

    private static final int BINS = 24;
    private static final int MOST_NUMBERS = 40;

    private final List<ArrayTensor> tensors;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private boolean whole = true;
    private long nonFinite;

    private Histograms(List<ArrayTensor> tensors) {
        this.tensors = tensors;
        for (ArrayTensor tensor : tensors) {
            for (int i = 0; i < tensor.length(); i++) {
                nonFinite += Double.isFinite(tensor.get(i)) ? 0 : 1;
            }
        }
        eachFinite(this::see);
    }

    /** Of all values of these tensors, which are the same one on several batches. */
    static Histogram of(String name, List<ArrayTensor> tensors) {
        return new Histograms(tensors).histogram(name);
    }

    private void see(double value) {
        least = Math.min(least, value);
        most = Math.max(most, value);
        whole &= value == Math.rint(value);
    }

    private Histogram histogram(String name) {
        if (least > most) {
            return new Histogram(name, tensors.get(0).shape(), 0, 0, List.of(), nonFinite);
        }
        boolean numbers = whole && most - least < MOST_NUMBERS;
        double margin = numbers || least == most ? 0.5 : 0;
        int bins = least == most ? 1 : numbers ? (int) (most - least) + 1 : BINS;
        double low = least - margin;
        double high = most + margin;
        return new Histogram(
                name, tensors.get(0).shape(), low, high, counts(low, high, bins), nonFinite);
    }

    private List<Long> counts(double low, double high, int bins) {
        long[] counts = new long[bins];
        double half = high / 2 - low / 2; // the range itself may overflow
        eachFinite(value -> {
            double share = (value / 2 - low / 2) / half;
            counts[(int) Math.min(bins - 1, Math.max(0, share * bins))]++;
        });
        return Arrays.stream(counts).boxed().toList();
    }

    private void eachFinite(DoubleConsumer action) {
        for (ArrayTensor tensor : tensors) {
            for (int i = 0; i < tensor.length(); i++) {
                if (Double.isFinite(tensor.get(i))) {
                    action.accept(tensor.get(i));
                }
            }
        }
    }
}
