package dev.mltest.corpus.oracle;

import dev.mltest.corpus.program.Confirmation;
import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;

import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;

/**
 * A property that can be measured on a program directly. It must be broken in the edited program
 * and whole in its twin.
 */
public final class Measured {

    private final String quantity;
    private final ToDoubleFunction<Program> measure;

    private Measured(String quantity, ToDoubleFunction<Program> measure) {
        this.quantity = quantity;
        this.measure = measure;
    }

    /**
     * A measurement.
     *
     * @param quantity what is measured, to be read before a number
     * @param measure measures it on a program
     */
    public static Measured by(String quantity, ToDoubleFunction<Program> measure) {
        return new Measured(quantity, measure);
    }

    /** Broken if larger than that; NaN is broken too. */
    public Oracle isAbove(double limit) {
        return broken(value -> !(value <= limit), "at most %.4g".formatted(limit));
    }

    /** Broken if smaller than that; NaN is broken too. */
    public Oracle isBelow(double limit) {
        return broken(value -> !(value >= limit), "at least %.4g".formatted(limit));
    }

    private Oracle broken(DoublePredicate broken, String whole) {
        return (edited, twin) -> {
            double usual = measure.applyAsDouble(twin);
            double found;
            try {
                found = measure.applyAsDouble(edited);
            } catch (RuntimeException refusal) {
                return new Confirmation(false, "refused by the engine: " + refusal.getMessage());
            }
            return new Confirmation(
                    broken.test(found) && !broken.test(usual),
                    String.format(
                            Locale.ROOT,
                            "%s: %.4g, in the twin %.4g (whole: %s)",
                            quantity,
                            found,
                            usual,
                            whole));
        };
    }
}
