package dev.mltest.evidence;

import java.util.List;

/**
 * Second derivatives of the loss between pairs of random directions through all parameters and
 * inputs, by differences of gradients and by differences of the loss.
 *
 * @param at where they were taken
 * @param pairs one for each pair of directions u and v
 */
public record CurvaturesEvidence(LossPoint at, List<Curvature> pairs) implements Evidence {

    /** Keeps its own copy. */
    public CurvaturesEvidence {
        pairs = List.copyOf(pairs);
    }

    /**
     * The second derivative between u and v.
     *
     * @param oneWay how the slope along u changes along v, by gradients
     * @param otherWay how the slope along v changes along u, by gradients; the same, if the
     *     gradients are those of any function
     * @param byLoss by differences of the loss alone
     * @param uncertainty how far two step sizes disagree, and what round-off of the loss makes of
     *     it
     */
    public record Curvature(double oneWay, double otherWay, double byLoss, double uncertainty) {

        /** The larger distance of both gradients' differences from the loss. */
        public double error() {
            return Math.max(Math.abs(oneWay - byLoss), Math.abs(otherWay - byLoss));
        }

        /** The largest of the three. */
        public double size() {
            return Math.max(Math.abs(byLoss), Math.max(Math.abs(oneWay), Math.abs(otherWay)));
        }
    }
}
