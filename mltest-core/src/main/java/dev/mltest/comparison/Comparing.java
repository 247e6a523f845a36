package dev.mltest.comparison;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.Tensor;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How tensors are to be compared. A NaN equals nothing, itself included, unless told otherwise.
 *
 * @param chosen what is allowed; without it, what the element types explain
 * @param isNanEqual whether a NaN equals a NaN
 */
public record Comparing(Optional<Tolerance> chosen, boolean isNanEqual) {

    private static final int MOST_LISTED = 5;
    private static final double EXACT_LONGS = 0x1p53;

    /** Up to the tolerance of the element types. */
    public static Comparing byType() {
        return new Comparing(Optional.empty(), false);
    }

    /** Up to this tolerance. */
    public Comparing within(Tolerance tolerance) {
        return new Comparing(Optional.of(tolerance), isNanEqual);
    }

    /** As this, a NaN being equal to a NaN. */
    public Comparing treatingNaNAsEqual() {
        return new Comparing(chosen, true);
    }

    /** Whether the numbers are near; any element type will do. */
    public Comparison closeness(Tensor actual, Tensor expected) {
        Tolerance tolerance =
                chosen.orElseGet(() -> Tolerance.of(actual.elementType(), expected.elementType()));
        return compare(actual, expected, tolerance, true);
    }

    /** Whether shape, element type and all bits are the same; the tolerance has no say. */
    public Comparison identity(Tensor actual, Tensor expected) {
        return compare(actual, expected, Tolerance.none(), false);
    }

    private Comparison compare(
            Tensor actual, Tensor expected, Tolerance tolerance, boolean typesMayDiffer) {
        Tally tally = new Tally(
                tolerance, Tolerance.coarser(actual.elementType(), expected.elementType()));
        if (actual.shape().equals(expected.shape())) {
            tally.count(values(actual), values(expected));
        }
        return new Comparison(
                actual.shape(),
                expected.shape(),
                actual.elementType(),
                expected.elementType(),
                typesMayDiffer,
                tally.mismatched,
                tally.nans,
                Optional.ofNullable(tally.worst),
                tally.first,
                tolerance);
    }

    /** Beyond 2^53, doubles cannot tell neighbouring integers apart. */
    private static ArrayTensor values(Tensor tensor) {
        ArrayTensor values = tensor.toArray();
        if (values.elementType() == ElementType.INT64 && values.summary().maxAbs() >= EXACT_LONGS) {
            throw new ConfigurationException(
                    "a tensor of INT64 %s holds integers of 2^53 or more, which mltest cannot tell apart; compare them with AssertJ's assertThat(long[])"
                            .formatted(values.shape()));
        }
        return values;
    }

    /** Counts mismatches of one pair of tensors. */
    private final class Tally {

        private final Tolerance tolerance;
        private final ElementType type;
        private final List<Mismatch> first = new ArrayList<>();
        private long mismatched;
        private long nans;
        private @Nullable Mismatch worst;

        private Tally(Tolerance tolerance, ElementType type) {
            this.tolerance = tolerance;
            this.type = type;
        }

        private void count(ArrayTensor actual, ArrayTensor expected) {
            for (int i = 0; i < actual.length(); i++) {
                if (!isEqual(actual.get(i), expected.get(i))) {
                    add(mismatch(i, actual, expected));
                }
            }
        }

        private boolean isEqual(double actual, double expected) {
            return (isNanEqual && Double.isNaN(actual) && Double.isNaN(expected))
                    || tolerance.allows(type, actual, expected);
        }

        private Mismatch mismatch(int index, ArrayTensor actual, ArrayTensor expected) {
            double is = actual.get(index);
            double should = expected.get(index);
            return new Mismatch(
                    Mismatch.position(actual.shape(), index),
                    is,
                    should,
                    type,
                    tolerance.excess(type, is, should));
        }

        private void add(Mismatch found) {
            mismatched++;
            nans += Double.isNaN(found.actual()) || Double.isNaN(found.expected()) ? 1 : 0;
            worst = worst == null || found.isWorseThan(worst) ? found : worst;
            if (first.size() < MOST_LISTED) {
                first.add(found);
            }
        }
    }
}
