package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;

/**
 * Losses by their formulas, in double precision and in a form that cancels nothing: logarithms of
 * sums of exponentials with the largest taken out, and {@code log1p} next to 1.
 */
enum LossFormula {
    SOFTMAX_OF_LOGITS("softmax cross-entropy of logits", true) {
        @Override
        double cost(double output, double target, double norm, double ceiling) {
            return target == 0 ? 0 : target * Math.min(norm - output, ceiling);
        }
    },
    SIGMOID_OF_LOGITS("sigmoid cross-entropy of logits", false) {
        @Override
        double cost(double output, double target, double norm, double ceiling) {
            return mixed(target, softplus(-output), softplus(output), ceiling);
        }
    },
    LOGARITHM_OF_SHARES("cross-entropy of probabilities", false) {
        @Override
        double cost(double output, double target, double norm, double ceiling) {
            return target == 0 ? 0 : target * Math.min(-Math.log(output), ceiling);
        }
    },
    LOGARITHM_OF_CHANCES("binary cross-entropy of probabilities", false) {
        @Override
        double cost(double output, double target, double norm, double ceiling) {
            return mixed(target, -Math.log(output), -Math.log1p(-output), ceiling);
        }
    },
    SQUARED_ERROR("squared error", false) {
        @Override
        double cost(double output, double target, double norm, double ceiling) {
            return (output - target) * (output - target);
        }
    },
    ABSOLUTE_ERROR("absolute error", false) {
        @Override
        double cost(double output, double target, double norm, double ceiling) {
            return Math.abs(output - target);
        }
    };

    private final String words;
    private final boolean isNormalised;

    LossFormula(String words, boolean isNormalised) {
        this.words = words;
        this.isNormalised = isNormalised;
    }

    /** What one output costs, no logarithm of a probability counting for more than the ceiling. */
    abstract double cost(double output, double target, double norm, double ceiling);

    /** Its name for messages. */
    String words() {
        return words;
    }

    /** Sum over all outputs; rows of this width share a norm. */
    double of(ArrayTensor outputs, ArrayTensor targets, int width, double ceiling) {
        double sum = 0;
        for (int start = 0; start < outputs.length(); start += width) {
            double norm = isNormalised ? logSumOfExponentials(outputs, start, width) : 0;
            for (int i = start; i < start + width; i++) {
                sum += cost(outputs.get(i), targets.get(i), norm, ceiling);
            }
        }
        return sum;
    }

    private static double logSumOfExponentials(ArrayTensor outputs, int start, int width) {
        int largest = start;
        for (int i = start; i < start + width; i++) {
            largest = outputs.get(i) > outputs.get(largest) ? i : largest;
        }
        double rest = 0;
        for (int i = start; i < start + width; i++) {
            rest += i == largest ? 0 : Math.exp(outputs.get(i) - outputs.get(largest));
        }
        return outputs.get(largest) + Math.log1p(rest);
    }

    private static double mixed(double target, double hit, double miss, double ceiling) {
        double hits = target == 0 ? 0 : target * Math.min(hit, ceiling);
        return target == 1 ? hits : hits + (1 - target) * Math.min(miss, ceiling);
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
