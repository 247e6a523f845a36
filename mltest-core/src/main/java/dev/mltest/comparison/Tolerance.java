package dev.mltest.comparison;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.Numbers;

/** How far apart two numbers may be and still count as equal. A NaN is never within it. */
public sealed interface Tolerance {

    /** Whether {@code actual} is near enough to {@code expected}, both of the given type. */
    default boolean allows(ElementType type, double actual, double expected) {
        return excess(type, actual, expected) <= 1;
    }

    /** The distance in terms of what is allowed: above 1 is too far; infinite for a NaN. */
    double excess(ElementType type, double actual, double expected);

    /** What is allowed, and where that comes from. */
    String describe();

    /**
     * What these two element types explain together: that of the coarser one. Integers and truth
     * values have to be equal. The figures are those that PyTorch's {@code assert_close} has come
     * to.
     */
    static Tolerance of(ElementType one, ElementType other) {
        ElementType coarser = coarser(one, other);
        String source = "the default for " + coarser;
        return switch (coarser) {
            case FLOAT16 -> new Margin(1e-3, 1e-5, source);
            case FLOAT32 -> new Margin(1.3e-6, 1e-5, source);
            case FLOAT64 -> new Margin(1e-7, 1e-7, source);
            default -> new Margin(0, 0, source);
        };
    }

    /**
     * {@code absolute + relative * |expected|}.
     *
     * @throws ConfigurationException if one of them is negative or no finite number
     */
    static Tolerance of(double relative, double absolute) {
        if (!(relative >= 0 && absolute >= 0)
                || Double.isInfinite(relative)
                || Double.isInfinite(absolute)) {
            throw new ConfigurationException(
                    "withTolerance(%s, %s) needs a relative and an absolute tolerance of 0 or more; write withTolerance(1e-5, 1e-8)"
                            .formatted(relative, absolute));
        }
        return new Margin(relative, absolute, "given");
    }

    /**
     * So many representable numbers further on.
     *
     * @throws ConfigurationException if the number is negative
     */
    static Tolerance ulps(long most) {
        if (most < 0) {
            throw new ConfigurationException(
                    "withinUlps(%d) needs 0 or more units in the last place; write withinUlps(4)"
                            .formatted(most));
        }
        return new Ulps(most);
    }

    /** The same number to the bit: 0.0 and -0.0 are two numbers. */
    static Tolerance none() {
        return new SameBits();
    }

    /** Of two element types the one with fewer digits; integers have all of theirs. */
    static ElementType coarser(ElementType one, ElementType other) {
        return other.epsilon() > one.epsilon() ? other : one;
    }

    /** A distance that may grow with the expected number. */
    record Margin(double relative, double absolute, String source) implements Tolerance {

        @Override
        public boolean allows(ElementType type, double actual, double expected) {
            return actual == expected || Math.abs(actual - expected) <= allowed(expected);
        }

        @Override
        public double excess(ElementType type, double actual, double expected) {
            if (actual == expected) {
                return 0;
            }
            double times = Math.abs(actual - expected) / allowed(expected);
            return Double.isNaN(times) ? Double.POSITIVE_INFINITY : times;
        }

        /** An infinite number is near no other: its share would be infinite. */
        private double allowed(double expected) {
            return Double.isFinite(expected) ? absolute + relative * Math.abs(expected) : 0;
        }

        @Override
        public String describe() {
            return relative == 0 && absolute == 0
                    ? "none, equal numbers: " + source
                    : "%s + %s x |expected|: %s"
                            .formatted(Numbers.text(absolute), Numbers.text(relative), source);
        }
    }

    /** A distance counted in representable numbers. */
    record Ulps(long most) implements Tolerance {

        @Override
        public boolean allows(ElementType type, double actual, double expected) {
            return UlpDistance.between(type, actual, expected) <= most;
        }

        @Override
        public double excess(ElementType type, double actual, double expected) {
            double distance = UlpDistance.between(type, actual, expected);
            return distance == 0 ? 0 : distance / most;
        }

        @Override
        public String describe() {
            return "%d ULP, that is representable numbers further on: given".formatted(most);
        }
    }

    /** No distance at all. */
    record SameBits() implements Tolerance {

        @Override
        public double excess(ElementType type, double actual, double expected) {
            boolean isSame = !Double.isNaN(actual) && Double.compare(actual, expected) == 0;
            return isSame ? 0 : Double.POSITIVE_INFINITY;
        }

        @Override
        public String describe() {
            return "none: equal to the bit, so that 0.0 and -0.0 differ";
        }
    }
}
