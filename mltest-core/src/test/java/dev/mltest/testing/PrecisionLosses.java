package dev.mltest.testing;

import dev.mltest.model.ElementType;

/** Losses that keep their digits, and faulty ones that lose them. */
public final class PrecisionLosses {

    private PrecisionLosses() {}

    /** Cross entropy over logits with probabilities held above a limit; flat below it. */
    public static LossFunction clippedCrossEntropy(double limit) {
        return new OfOutputs((outputs, targets, precision) -> {
            double sum = 0;
            for (int r = 0; r < outputs.length; r++) {
                double share = Rows.softmax(outputs[r])[(int) targets[r]];
                sum -= Math.log(Math.max(limit, precision.round(share)));
            }
            return sum / outputs.length;
        });
    }

    /** Logarithm of the hyperbolic cosine of the error. */
    public static LossFunction logCosh() {
        return ofErrors((error, precision) -> {
            double size = Math.abs(error);
            return size + Math.log1p(Math.exp(-2 * size)) - Math.log(2);
        });
    }

    /** Faulty: the same by its definition. */
    public static LossFunction logCoshByDefinition() {
        return ofErrors((error, precision) -> Math.log(precision.round(Math.cosh(error))));
    }

    /** Faulty: mean square minus twice the mean product plus mean square. */
    public static LossFunction squaredErrorByCancellation() {
        return new OfOutputs((outputs, targets, precision) -> {
            double squares = 0;
            double products = 0;
            for (int r = 0; r < outputs.length; r++) {
                double output = outputs[r][0];
                squares += output * output + targets[r] * targets[r];
                products += 2 * output * targets[r];
            }
            double rounded = precision.round(squares / outputs.length);
            return rounded - precision.round(products / outputs.length);
        });
    }

    private static LossFunction ofErrors(Cost cost) {
        return new OfOutputs((outputs, targets, precision) -> {
            double sum = 0;
            for (int r = 0; r < outputs.length; r++) {
                sum += precision.round(cost.of(outputs[r][0] - targets[r], precision));
            }
            return sum / outputs.length;
        });
    }

    private interface Cost {
        double of(double error, ElementType precision);
    }

    private interface Value {
        double of(double[][] outputs, double[] targets, ElementType precision);
    }

    /** Only the value is of interest. */
    private record OfOutputs(Value value) implements LossFunction {

        @Override
        public double value(double[][] outputs, double[] targets, ElementType precision) {
            return precision.round(value.of(outputs, targets, precision));
        }

        @Override
        public double[][] gradient(double[][] outputs, double[] targets) {
            return new double[outputs.length][outputs[0].length];
        }
    }
}
