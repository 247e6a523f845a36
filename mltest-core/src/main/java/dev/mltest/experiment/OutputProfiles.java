package dev.mltest.experiment;

import dev.mltest.evidence.OutputProfile;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Tensor;
import dev.mltest.model.TensorSummary;

/** Takes the profile of an output. */
final class OutputProfiles {

    private OutputProfiles() {}

    static OutputProfile of(Tensor output) {
        ArrayTensor values = output.toArray();
        TensorSummary summary = values.summary();
        int width = values.shape().rank() == 0 ? 1 : (int) values.shape().size(-1);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double logSum = 0;
        for (int row = 0; width > 0 && row < values.length() / width; row++) {
            double sum = rowSum(values, row, width);
            lowest = Math.min(lowest, sum);
            highest = Math.max(highest, sum);
            logSum = Math.max(logSum, Math.abs(rowLogSumExp(values, row, width)));
        }
        return new OutputProfile(
                summary.min(),
                summary.max(),
                summary.rms(),
                lowest,
                highest,
                logSum,
                width,
                summary.nonFinite());
    }

    private static double rowSum(ArrayTensor values, int row, int width) {
        double sum = 0;
        for (int i = row * width; i < (row + 1) * width; i++) {
            sum += values.get(i);
        }
        return sum;
    }

    private static double rowLogSumExp(ArrayTensor values, int row, int width) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = row * width; i < (row + 1) * width; i++) {
            max = Math.max(max, values.get(i));
        }
        double sum = 0;
        for (int i = row * width; i < (row + 1) * width; i++) {
            sum += Math.exp(values.get(i) - max);
        }
        return max + Math.log(sum);
    }
}
