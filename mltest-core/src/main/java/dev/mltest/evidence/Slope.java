package dev.mltest.evidence;

/**
 * The slope of a loss along one direction, by the backward pass and by differences of the loss.
 *
 * @param analytic product of gradient and direction
 * @param numeric central differences at a step and half of it, extrapolated (Richardson)
 * @param uncertainty how far the differences at both steps disagree, and what round-off of the loss
 *     makes of a difference; together at least the error of {@code numeric}, unless the loss jumps
 * @param left slope of the loss from the left
 * @param right slope of the loss from the right
 * @param bends whether left and right differ by as much at half the step, as at a kink
 * @param step distance at which the loss was taken, in units of the direction
 */
public record Slope(
        double analytic,
        double numeric,
        double uncertainty,
        double left,
        double right,
        boolean bends,
        double step) {

    /**
     * Distance of the backward pass from what the loss does. At a kink every slope between those of
     * both sides is right.
     */
    public double error() {
        if (!bends) {
            return Math.abs(analytic - numeric);
        }
        double low = Math.min(left, right);
        double high = Math.max(left, right);
        return Math.max(0, Math.max(low - analytic, analytic - high));
    }
}
