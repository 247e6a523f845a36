package dev.mltest.testing;

import dev.mltest.model.ElementType;

import java.util.Arrays;

/** Losses of reference networks, correct and faulty. */
public final class Losses {

    private Losses() {}

    /** Softmax cross entropy over logits; targets are class indices. */
    public static LossFunction crossEntropy() {
        return new CrossEntropy(false, false);
    }

    /** Faulty: summed, not averaged, over the batch. */
    public static LossFunction summedCrossEntropy() {
        return new CrossEntropy(true, false);
    }

    /** Faulty: exponentials without subtracting the largest logit first. */
    public static LossFunction naiveCrossEntropy() {
        return new CrossEntropy(false, true);
    }

    /** Cross entropy over probabilities: minus the logarithm of the target's. */
    public static LossFunction logOfProbabilities() {
        return new LogOfProbabilities();
    }

    /** Mean squared error of one output a row. */
    public static LossFunction squaredError() {
        return new SquaredError(false);
    }

    /** Faulty: every prediction is compared with every target. */
    public static LossFunction broadcastSquaredError() {
        return new SquaredError(true);
    }

    /** Faulty: of the wrong sign. */
    public static LossFunction negated(LossFunction loss) {
        return new Negated(loss);
    }

    private record Negated(LossFunction loss) implements LossFunction {

        @Override
        public double value(double[][] outputs, double[] targets, ElementType precision) {
            return -loss.value(outputs, targets, precision);
        }

        @Override
        public double[][] gradient(double[][] outputs, double[] targets) {
            double[][] gradient = loss.gradient(outputs, targets);
            for (double[] row : gradient) {
                Arrays.setAll(row, i -> -row[i]);
            }
            return gradient;
        }
    }

    private record CrossEntropy(boolean summed, boolean naive) implements LossFunction {

        @Override
        public double value(double[][] outputs, double[] targets, ElementType precision) {
            double total = 0;
            for (int r = 0; r < outputs.length; r++) {
                total += precision.round(one(outputs[r], (int) targets[r], precision));
            }
            return precision.round(summed ? total : total / outputs.length);
        }

        private double one(double[] logits, int label, ElementType precision) {
            double max = naive ? 0 : Double.NEGATIVE_INFINITY;
            for (double logit : logits) {
                max = naive ? 0 : Math.max(max, logit);
            }
            double sum = 0;
            for (double logit : logits) {
                sum += precision.round(Math.exp(logit - max));
            }
            return precision.round(Math.log(precision.round(sum))) + max - logits[label];
        }

        @Override
        public double[][] gradient(double[][] outputs, double[] targets) {
            double[][] gradient = new double[outputs.length][];
            for (int r = 0; r < outputs.length; r++) {
                gradient[r] = Rows.softmax(outputs[r]);
                gradient[r][(int) targets[r]] -= 1;
                for (int i = 0; i < gradient[r].length; i++) {
                    gradient[r][i] /= summed ? 1 : outputs.length;
                }
            }
            return gradient;
        }
    }

    private record LogOfProbabilities() implements LossFunction {

        private static final double SMALLEST = 1e-12;

        @Override
        public double value(double[][] outputs, double[] targets, ElementType precision) {
            double total = 0;
            for (int r = 0; r < outputs.length; r++) {
                total -= Math.log(Math.max(SMALLEST, outputs[r][(int) targets[r]]));
            }
            return precision.round(total / outputs.length);
        }

        @Override
        public double[][] gradient(double[][] outputs, double[] targets) {
            double[][] gradient = new double[outputs.length][outputs[0].length];
            for (int r = 0; r < outputs.length; r++) {
                int label = (int) targets[r];
                gradient[r][label] = -1 / Math.max(SMALLEST, outputs[r][label]) / outputs.length;
            }
            return gradient;
        }
    }

    private record SquaredError(boolean broadcasts) implements LossFunction {

        @Override
        public double value(double[][] outputs, double[] targets, ElementType precision) {
            double total = 0;
            int pairs = 0;
            for (int r = 0; r < outputs.length; r++) {
                for (int t = broadcasts ? 0 : r; t < (broadcasts ? targets.length : r + 1); t++) {
                    double error = outputs[r][0] - targets[t];
                    total += error * error;
                    pairs++;
                }
            }
            return precision.round(total / pairs);
        }

        @Override
        public double[][] gradient(double[][] outputs, double[] targets) {
            double mean = Arrays.stream(targets).average().orElse(0);
            double[][] gradient = new double[outputs.length][1];
            for (int r = 0; r < outputs.length; r++) {
                double target = broadcasts ? mean : targets[r];
                gradient[r][0] = 2 * (outputs[r][0] - target) / outputs.length;
            }
            return gradient;
        }
    }
}
