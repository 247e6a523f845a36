package dev.mltest.comparison;

import dev.mltest.model.ElementType;

/** How many representable numbers lie between two numbers, one of them counted. */
final class UlpDistance {

    private UlpDistance() {}

    /** 0 for 0.0 and -0.0, infinite for a NaN and for different signs of infinity. */
    static double between(ElementType type, double left, double right) {
        if (left == right) {
            return 0;
        }
        if (!Double.isFinite(left) || !Double.isFinite(right)) {
            return Double.POSITIVE_INFINITY;
        }
        return type == ElementType.FLOAT64
                ? apart(ordinal(left), ordinal(right))
                : Math.abs(ordinal(type, left) - ordinal(type, right));
    }

    /** Of 64-bit ordinals, which overflow a long where the signs differ. */
    private static double apart(long left, long right) {
        return (left < 0) == (right < 0)
                ? Math.abs(left - right)
                : Math.abs((double) left) + Math.abs((double) right);
    }

    /** The number's place among all of its type, counted from 0. */
    private static double ordinal(ElementType type, double value) {
        return switch (type) {
            case FLOAT32 -> ordinal((float) value);
            case FLOAT16 -> Math.copySign(half(Math.abs(type.round(value))), value);
            default -> value;
        };
    }

    private static long ordinal(double value) {
        long bits = Double.doubleToRawLongBits(Math.abs(value));
        return value < 0 ? -bits : bits;
    }

    private static double ordinal(float value) {
        int bits = Float.floatToRawIntBits(Math.abs(value));
        return value < 0 ? -bits : bits;
    }

    /** 1,024 numbers for each power of two, and as many below the smallest normal one. */
    private static double half(double magnitude) {
        int exponent = Math.max(Math.getExponent(magnitude), -14);
        return (exponent + 14) * 1024.0 + Math.scalb(magnitude, 10 - exponent);
    }
}
