package dev.mltest.tiny;

import java.util.Arrays;

/** What is minimised: the mean over the examples, and its gradient. */
enum TinyLoss {
    /** Outputs are logits; a target is the index of its class. */
    SOFTMAX_CROSS_ENTROPY(1) {
        @Override
        double example(double[] output, double[] target, double[] gradient) {
            int label = (int) target[0];
            if (label < 0 || label >= output.length) {
                throw new IllegalArgumentException("class %d does not exist, there are %d outputs"
                        .formatted(label, output.length));
            }
            double highest = Arrays.stream(output).max().orElseThrow();
            double[] exp = Arrays.stream(output).map(x -> Math.exp(x - highest)).toArray();
            double sum = Arrays.stream(exp).sum();
            Arrays.setAll(gradient, i -> exp[i] / sum - (i == label ? 1 : 0));
            return Math.log(sum) + highest - output[label];
        }
    },
    /** The squared distance, averaged over the outputs too. */
    MEAN_SQUARED_ERROR(-1) {
        @Override
        double example(double[] output, double[] target, double[] gradient) {
            Arrays.setAll(gradient, i -> 2 * (output[i] - target[i]) / output.length);
            double sum = 0;
            for (int i = 0; i < output.length; i++) {
                sum += Math.pow(output[i] - target[i], 2);
            }
            return sum / output.length;
        }
    };

    private final int targetWidth;

    TinyLoss(int targetWidth) {
        this.targetWidth = targetWidth;
    }

    /** One example's loss; writes the gradient with respect to the output. */
    abstract double example(double[] output, double[] target, double[] gradient);

    /** The loss of a batch; fills the gradient, which has the outputs' sizes. */
    double mean(double[][] outputs, double[][] targets, double[][] gradient) {
        int width = targetWidth > 0 ? targetWidth : outputs[0].length;
        if (targets.length != outputs.length || targets[0].length != width) {
            throw new IllegalArgumentException("the loss wants targets [%d x %d], but got [%d x %d]"
                    .formatted(outputs.length, width, targets.length, targets[0].length));
        }
        double sum = 0;
        for (int row = 0; row < outputs.length; row++) {
            sum += example(outputs[row], targets[row], gradient[row]);
            for (int i = 0; i < gradient[row].length; i++) {
                gradient[row][i] /= outputs.length;
            }
        }
        return sum / outputs.length;
    }
}
