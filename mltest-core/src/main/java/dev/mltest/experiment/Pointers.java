package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Task;
import dev.mltest.model.Task.OutputForm;

import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Outputs that point at labels, away from them, or nowhere.
 *
 * @param hits the labels as numbers between 0 and 1, in the outputs' order
 * @param neutral output that favours nothing
 * @param towards outputs that point at the labels
 * @param away outputs that point away from them
 * @param bold outputs that point at the labels the more boldly the larger the number: logits of
 *     that size, or probabilities that leave a doubt of exp(-number)
 */
record Pointers(
        UnaryOperator<ArrayTensor> hits,
        double neutral,
        Pair towards,
        Pair away,
        DoubleFunction<Pair> bold) {

    private static final double DOUBT = 0.1;
    private static final Pair PLUS = new Pair(1, -1);
    private static final Pair MINUS = new Pair(-1, 1);

    /** The output where the label is 1 and where it is 0. */
    record Pair(double hit, double miss) {

        /** The nearest that stays between these limits. */
        Pair within(double low, double high) {
            return new Pair(clamped(hit, low, high), clamped(miss, low, high));
        }

        private static double clamped(double value, double low, double high) {
            return Math.max(low, Math.min(high, value));
        }
    }

    static Optional<Pointers> of(Task task) {
        if (task instanceof Task.Classification k) {
            UnaryOperator<ArrayTensor> hits = target -> OneHot.of(target, k.classes());
            return Optional.of(
                    k.form() == OutputForm.LOGITS ? logits(hits) : shares(hits, k.classes()));
        }
        if (task instanceof Task.LanguageModel language) {
            return Optional.of(logits(target -> OneHot.of(target, language.vocabulary())));
        }
        if (task instanceof Task.MultiLabel labels) {
            UnaryOperator<ArrayTensor> hits = target -> target.as(ElementType.FLOAT64);
            return Optional.of(labels.form() == OutputForm.LOGITS ? logits(hits) : yesOrNo(hits));
        }
        return Optional.empty();
    }

    private static Pointers logits(UnaryOperator<ArrayTensor> hits) {
        return new Pointers(hits, 0, PLUS, MINUS, size -> new Pair(size, -size));
    }

    private static Pointers yesOrNo(UnaryOperator<ArrayTensor> hits) {
        return new Pointers(
                hits,
                0.5,
                new Pair(1 - DOUBT, DOUBT),
                new Pair(DOUBT, 1 - DOUBT),
                size -> new Pair(1 - Math.exp(-size), Math.exp(-size)));
    }

    /** Rows that sum to 1. */
    private static Pointers shares(UnaryOperator<ArrayTensor> hits, int classes) {
        double miss = DOUBT / classes;
        Pair towards = new Pair(1 - DOUBT + miss, miss);
        Pair away = new Pair(miss, (1 - miss) / (classes - 1));
        return new Pointers(
                hits,
                1.0 / classes,
                towards,
                away,
                size -> new Pair(1 - Math.exp(-size), Math.exp(-size) / (classes - 1)));
    }

    ArrayTensor nowhere(ArrayTensor target) {
        return hits.apply(target).map(hit -> neutral);
    }

    ArrayTensor at(ArrayTensor target, Pair pair) {
        return hits.apply(target).map(hit -> hit * pair.hit() + (1 - hit) * pair.miss());
    }
}
