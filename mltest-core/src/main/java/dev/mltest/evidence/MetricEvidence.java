package dev.mltest.evidence;

import java.util.List;

/**
 * What the user's metric says of outputs that were made from the targets.
 *
 * @param higherIsBetter whether more of it is better
 * @param examples how many examples the outputs are for
 * @param atTargets its value at outputs equal to the targets
 * @param atNeutral its value at outputs that favour nothing
 * @param atOpposite its value at outputs as far from the targets as they can be
 * @param way its value and the loss on the straight way from the model's own outputs to the targets
 */
public record MetricEvidence(
        boolean higherIsBetter,
        int examples,
        double atTargets,
        double atNeutral,
        double atOpposite,
        List<Stage> way)
        implements Evidence {

    /** Keeps its own copy. */
    public MetricEvidence {
        way = List.copyOf(way);
    }

    /**
     * Outputs between those of the model and the targets.
     *
     * @param away how much of the distance to the targets is left, from 1 down
     * @param loss their loss; NaN if the model has none
     * @param value the metric's value
     */
    public record Stage(double away, double loss, double value) {}

    /** The model's own outputs. */
    public Stage own() {
        return way.get(0);
    }

    /** The outputs that are nearest to the targets. */
    public Stage near() {
        return way.get(way.size() - 1);
    }

    /**
     * Whether something must be gained on the way: the loss falls, and the metric calls the model's
     * own outputs worse than the targets. An accuracy that is perfect already cannot rise, and a
     * precision without any positive is no number.
     */
    public boolean hasWayToGo() {
        return !way.isEmpty()
                && !(near().loss() >= own().loss())
                && Double.isFinite(own().value())
                && better(own().value()) > 0;
    }

    /** How much better the outputs near the targets are than the model's own. */
    public double gainOnTheWay() {
        double gain = near().value() - own().value();
        return higherIsBetter ? gain : -gain;
    }

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
