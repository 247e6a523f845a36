package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Task;
import dev.mltest.model.Task.OutputForm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Finds the formula of a loss by its values: the one that agrees with it over ordinary outputs, up
 * to a factor, since some losses add up and others average.
 */
record KnownLoss(Task task, ArrayTensor targets, int width, ElementType type) {

    private static final int DRAWS = 3;

    Optional<ExactLoss> of(ToDoubleFunction<ArrayTensor> loss, RandomGenerator random) {
        List<ArrayTensor> gentle = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            gentle.add(ordinary(random));
        }
        return formulas().stream()
                .flatMap(formula -> scaled(formula, loss, gentle).stream())
                .findFirst();
    }

    /** Outputs that are nothing special. */
    ArrayTensor ordinary(RandomGenerator random) {
        boolean isScore = Pointers.of(task).isPresent();
        double scale = isScore ? 1 : spread();
        double[] values = new double[targets.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = scale * random.nextGaussian() + (isScore ? 0 : targets.get(i));
        }
        ArrayTensor drawn = ArrayTensor.ofDoubles(targets.shape(), values);
        if (isLogits()) {
            return drawn;
        }
        return task instanceof Task.Classification ? shares(drawn) : drawn.map(KnownLoss::chance);
    }

    /** Of the targets, as that of the errors of a model that knows only their mean. */
    private double spread() {
        double mean = targets.summary().mean();
        double spread = targets.map(target -> target - mean).summary().rms();
        return spread > 0 ? spread : 1;
    }

    private boolean isLogits() {
        return !(task instanceof Task.Classification k && k.form() == OutputForm.PROBABILITIES
                || task instanceof Task.MultiLabel m && m.form() == OutputForm.PROBABILITIES);
    }

    private List<LossFormula> formulas() {
        if (Pointers.of(task).isEmpty()) {
            return List.of(
                    LossFormula.SQUARED_ERROR,
                    LossFormula.ABSOLUTE_ERROR,
                    LossFormula.SIGMOID_OF_LOGITS);
        }
        return isLogits()
                ? List.of(LossFormula.SOFTMAX_OF_LOGITS, LossFormula.SIGMOID_OF_LOGITS)
                : List.of(LossFormula.LOGARITHM_OF_SHARES, LossFormula.LOGARITHM_OF_CHANCES);
    }

    private Optional<ExactLoss> scaled(
            LossFormula formula, ToDoubleFunction<ArrayTensor> loss, List<ArrayTensor> gentle) {
        double factor = ratio(formula, loss, gentle.get(0));
        boolean agrees = factor > 0
                && gentle.stream()
                        .allMatch(outputs -> Math.abs(ratio(formula, loss, outputs) / factor - 1)
                                <= Math.sqrt(type.epsilon()));
        return agrees
                ? Optional.of(new ExactLoss(
                        formula.words(),
                        true,
                        (outputs, ceiling) ->
                                factor * formula.of(outputs, targets, width, ceiling)))
                : Optional.empty();
    }

    private double ratio(
            LossFormula formula, ToDoubleFunction<ArrayTensor> loss, ArrayTensor outputs) {
        double exact = formula.of(outputs, targets, width, Double.POSITIVE_INFINITY);
        return exact > 0 ? loss.applyAsDouble(outputs) / exact : Double.NaN;
    }

    private ArrayTensor shares(ArrayTensor logits) {
        double[] values = logits.toDoubles();
        for (int start = 0; start < values.length; start += width) {
            double sum = 0;
            for (int i = start; i < start + width; i++) {
                sum += Math.exp(logits.get(i));
            }
            for (int i = start; i < start + width; i++) {
                values[i] = Math.exp(logits.get(i)) / sum;
            }
        }
        return ArrayTensor.ofDoubles(logits.shape(), values);
    }

    private static double chance(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
