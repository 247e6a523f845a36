package dev.mltest.testing.contract;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Task;
import dev.mltest.model.Task.Classification;
import dev.mltest.model.Task.OutputForm;

import java.util.Arrays;

/**
 * What a model is to put out, and its loss, by the reference's raw outputs.
 *
 * @param raw logits [N x 3], or one number for each example [N x 1]
 * @param targets class indices [N], or numbers [N x 1]
 * @param task tells whether probabilities are handed out
 */
record PlainOutputs(ArrayTensor raw, ArrayTensor targets, Task task) {

    /** Row-major, in the form that the task tells of. */
    double[] outputs() {
        boolean squashed = task instanceof Classification classification
                && classification.form() == OutputForm.PROBABILITIES;
        return squashed ? probabilities() : raw.toDoubles();
    }

    /** Mean cross entropy, or mean squared error. */
    double loss() {
        return task instanceof Classification ? crossEntropy() : squaredError();
    }

    private double[] probabilities() {
        double[] values = raw.toDoubles();
        int width = raw.rowLength();
        double[] result = new double[values.length];
        for (int row = 0; row < values.length / width; row++) {
            double[] powers = Arrays.stream(values, row * width, (row + 1) * width)
                    .map(Math::exp)
                    .toArray();
            double sum = Arrays.stream(powers).sum();
            for (int column = 0; column < width; column++) {
                result[row * width + column] = powers[column] / sum;
            }
        }
        return result;
    }

    private double crossEntropy() {
        double[] probabilities = probabilities();
        double sum = 0;
        for (int row = 0; row < targets.length(); row++) {
            sum -= Math.log(probabilities[row * raw.rowLength() + (int) targets.get(row)]);
        }
        return sum / targets.length();
    }

    private double squaredError() {
        double sum = 0;
        for (int row = 0; row < targets.length(); row++) {
            sum += Math.pow(raw.get(row) - targets.get(row), 2);
        }
        return sum / targets.length();
    }
}
