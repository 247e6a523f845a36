package dev.mltest.model;

/** The number format of a tensor's elements. */
public enum ElementType {
    /** IEEE 754 binary16. */
    FLOAT16(0x1p-10, 16),
    /** IEEE 754 binary32. */
    FLOAT32(0x1p-23, 32),
    /** IEEE 754 binary64. */
    FLOAT64(0x1p-52, 64),
    /** Signed 32-bit integer. */
    INT32(0, 32),
    /** Signed 64-bit integer. */
    INT64(0, 64),
    /** Unsigned 8-bit integer. */
    UINT8(0, 8),
    /** Signed 8-bit integer. */
    INT8(0, 8),
    /** Truth value, 0 or 1. */
    BOOLEAN(0, 8);

    private final double epsilon;
    private final int bits;

    ElementType(double epsilon, int bits) {
        this.epsilon = epsilon;
        this.bits = bits;
    }

    /** Whether elements are floating-point numbers, so that gradients and round-off exist. */
    public boolean isFloating() {
        return epsilon > 0;
    }

    /** Distance from 1 to the next larger number; 0 for integers. */
    public double epsilon() {
        return epsilon;
    }

    /** The largest finite floating-point number; of integers, the largest that a double holds. */
    public double largest() {
        return switch (this) {
            case FLOAT16 -> 65504;
            case FLOAT32 -> Float.MAX_VALUE;
            default -> Double.MAX_VALUE;
        };
    }

    /** The smallest positive number of full precision; many processors take less for 0. */
    public double smallestNormal() {
        return switch (this) {
            case FLOAT16 -> 0x1p-14;
            case FLOAT32 -> Float.MIN_NORMAL;
            default -> Double.MIN_NORMAL;
        };
    }

    /** Size of one element in bits. */
    public int bits() {
        return bits;
    }

    /** The nearest value of this type, ties as the JDK's casts resolve them. */
    public double round(double value) {
        return switch (this) {
            case FLOAT32 -> (float) value;
            case FLOAT16 -> toHalf(value);
            case FLOAT64 -> value;
            default -> Double.isFinite(value) ? Math.rint(value) : value;
        };
    }

    /** Gap between {@code value} and the next number of this type away from zero. */
    public double ulp(double value) {
        return switch (this) {
            case FLOAT64 -> Math.ulp(value);
            case FLOAT32 -> Math.ulp((float) value);
            case FLOAT16 -> Math.max(Math.abs(value) * epsilon, 0x1p-24);
            default -> 1;
        };
    }

    private static double toHalf(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value;
        }
        int exponent = Math.max(Math.getExponent(value), -14);
        double unit = Math.scalb(1.0, exponent - 10);
        double rounded = Math.rint(value / unit) * unit;
        boolean overflows = Math.abs(rounded) > 65504;
        return overflows ? Math.copySign(Double.POSITIVE_INFINITY, value) : rounded;
    }
}
