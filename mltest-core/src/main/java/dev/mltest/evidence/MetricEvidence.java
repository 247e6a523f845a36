package dev.mltest.evidence;

/**
 * What the user's metric says of outputs that were made from the targets.
 *
 * @param higherIsBetter whether more of it is better
 * @param examples how many examples the outputs are for
 * @param atTargets its value at outputs equal to the targets
 * @param atNeutral its value at outputs that favour nothing
 * @param atOpposite its value at outputs as far from the targets as they can be
 */
public record MetricEvidence(
        boolean higherIsBetter, int examples, double atTargets, double atNeutral, double atOpposite)
        implements Evidence {

    /** How much better the targets are than outputs that favour nothing. */
    public double aboveNeutral() {
        return better(atNeutral);
    }

    /** How much better the targets are than their opposite. */
    public double aboveOpposite() {
        return better(atOpposite);
    }

    /** Finite also where logarithms of 0 are not. */
    private double better(double other) {
        double difference = higherIsBetter ? atTargets - other : other - atTargets;
        return Math.max(-Double.MAX_VALUE, Math.min(difference, Double.MAX_VALUE));
    }
}
