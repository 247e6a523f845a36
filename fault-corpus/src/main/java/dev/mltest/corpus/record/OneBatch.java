package dev.mltest.corpus.record;

import java.util.List;

/**
 * An attempt to learn sixteen examples by heart, in at most 1000 steps, stopped as soon as the
 * error is at most 5 % or the loss is not finite.
 *
 * @param steps taken
 * @param bestError smallest of {@code errors}; NaN if the task has no error
 * @param losses mean loss of every ten steps
 * @param errors after every ten steps: 1 less the score, so 0 at best
 */
public record OneBatch(int steps, double bestError, List<Double> losses, List<Double> errors) {

    /** Keeps its own copies. */
    public OneBatch {
        losses = List.copyOf(losses);
        errors = List.copyOf(errors);
    }

    /** Nothing was tried. */
    static OneBatch untried() {
        return new OneBatch(0, Double.NaN, List.of(), List.of());
    }
}
