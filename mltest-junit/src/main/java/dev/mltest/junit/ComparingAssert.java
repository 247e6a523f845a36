package dev.mltest.junit;

import dev.mltest.comparison.Comparing;
import dev.mltest.comparison.Tolerance;
import dev.mltest.model.ConfigurationException;

import org.assertj.core.api.AbstractAssert;
import org.opentest4j.AssertionFailedError;

/**
 * What assertions about a tensor and about several have in common: how numbers are compared. The
 * options apply to the assertions that follow them.
 *
 * @param <S> the assertion's own type
 * @param <A> what it is about
 */
abstract class ComparingAssert<S extends ComparingAssert<S, A>, A> extends AbstractAssert<S, A> {

    private final Consequence consequence;
    private Comparing comparing = Comparing.byType();

    ComparingAssert(A actual, Class<S> type, Consequence consequence) {
        super(actual, type);
        this.consequence = consequence;
    }

    /**
     * Allows a distance of {@code absolute + relative * |expected|}, in place of the default for
     * the element types.
     *
     * @throws ConfigurationException if one of them is negative or no finite number
     */
    public S withTolerance(double relative, double absolute) {
        comparing = comparing.within(Tolerance.of(relative, absolute));
        return myself;
    }

    /**
     * Allows so many units in the last place, in place of the default for the element types:
     * {@code withinUlps(1)} allows the next larger and the next smaller number of the coarser type.
     *
     * @throws ConfigurationException if the number is negative
     */
    public S withinUlps(long most) {
        comparing = comparing.within(Tolerance.ulps(most));
        return myself;
    }

    /** Lets a NaN equal a NaN. Otherwise it equals nothing. */
    public S treatingNaNAsEqual() {
        comparing = comparing.treatingNaNAsEqual();
        return myself;
    }

    final Comparing comparing() {
        return comparing;
    }

    /** Fails with values that an IDE can show side by side, if they are few enough to be read. */
    final S fail(String text, String expected, String found) {
        String message = Wording.of(info, text);
        boolean isShort = !expected.isEmpty() && !found.isEmpty();
        consequence.failed(StackTraces.trimmed(
                isShort
                        ? new AssertionFailedError(message, expected, found)
                        : new AssertionFailedError(message)));
        return myself;
    }
}
