package dev.mltest.evidence;

/**
 * What the outputs of one forward pass look like, over all examples.
 *
 * @param min smallest element
 * @param max largest element
 * @param rms root of the mean square
 * @param lowestRowSum smallest sum over the last axis
 * @param highestRowSum largest sum over the last axis
 * @param largestLogSum largest absolute logarithm of a sum of exponentials over the last axis; 0 if
 *     every row holds the logarithms of a distribution
 * @param width size of the last axis
 * @param nonFinite number of elements that are NaN or infinite
 */
public record OutputProfile(
        double min,
        double max,
        double rms,
        double lowestRowSum,
        double highestRowSum,
        double largestLogSum,
        long width,
        long nonFinite) {

    /** Largest absolute element. */
    public double maxAbs() {
        return Math.max(Math.abs(min), Math.abs(max));
    }

    /** Whether every row is non-negative and sums to 1 within this tolerance. */
    public boolean isDistribution(double tolerance) {
        return nonFinite == 0
                && width > 1
                && min >= -tolerance
                && Math.abs(lowestRowSum - 1) <= tolerance
                && Math.abs(highestRowSum - 1) <= tolerance;
    }

    /** Whether every row holds the logarithms of a distribution, within this tolerance. */
    public boolean isLogDistribution(double tolerance) {
        return nonFinite == 0 && width > 1 && max <= tolerance && largestLogSum <= tolerance;
    }

    /** Whether every element lies between 0 and 1. */
    public boolean isWithinUnitInterval() {
        return nonFinite == 0 && min >= 0 && max <= 1;
    }
}
