package dev.mltest.junit.jqwik;

import dev.mltest.model.ElementType;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitraries of single elements; 0 is the simplest. */
final class Values {

    private static final int SMALL = 10;
    private static final int DIGITS = 4;

    private Values() {}

    /** All sizes that a type holds, often small ones, and its extremes as edge cases. */
    static Arbitrary<Double> finite(ElementType type) {
        if (!type.isFloating()) {
            return whole(-SMALL, SMALL);
        }
        double largest = type.largest();
        double normal = type.smallestNormal();
        double tiny = type.ulp(0);
        return Arbitraries.frequencyOf(
                Tuple.of(4, whole(-SMALL, SMALL)),
                Tuple.of(4, between(type, -SMALL, SMALL)),
                Tuple.of(2, ofAnySize(type)),
                Tuple.of(1, oneOf(0.0, -0.0, 1.0, -1.0, type.epsilon())),
                Tuple.of(1, oneOf(0.0, tiny, -tiny, normal, -normal)),
                Tuple.of(1, oneOf(0.0, Math.sqrt(largest), type.round(0.1), largest, -largest)));
    }

    static Arbitrary<Double> between(ElementType type, double low, double high) {
        return Arbitraries.doubles().between(low, high).ofScale(DIGITS).map(type::round);
    }

    static Arbitrary<Double> whole(int low, int high) {
        return Arbitraries.integers().between(low, high).map(Integer::doubleValue);
    }

    /** The exponent is drawn evenly, so that no order of magnitude is favoured. */
    private static Arbitrary<Double> ofAnySize(ElementType type) {
        int least = Math.getExponent(type.smallestNormal());
        int most = Math.getExponent(type.largest());
        return Combinators.combine(
                        Arbitraries.integers().between(least, most - 1),
                        Arbitraries.doubles().between(-2, 2).ofScale(DIGITS))
                .as((exponent, factor) -> type.round(Math.scalb(factor, exponent)));
    }

    /** Five at most are all edge cases. */
    private static Arbitrary<Double> oneOf(double... values) {
        return Arbitraries.integers().between(0, values.length - 1).map(index -> values[index]);
    }
}
