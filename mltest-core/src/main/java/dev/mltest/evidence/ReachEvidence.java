package dev.mltest.evidence;

/**
 * Which values the outputs can take, found by turning and scaling the weights of the last layers.
 *
 * @param reacts whether the outputs moved at all
 * @param low smallest element seen; negative infinity if it overflowed
 * @param high largest element seen; infinite if it overflowed
 * @param targetLow smallest target; NaN if the targets are labels
 * @param targetHigh largest target; NaN if the targets are labels
 * @param unreachable share of the targets' variance that is left if every output comes as close to
 *     its target as it can; NaN if the targets are labels
 * @param leftOver share of the way from the loss of indifferent outputs to the best loss that
 *     outputs within reach cannot go; NaN if the targets are no labels
 * @param cut share of the scores that are the same as another one of their row with the last
 *     weights as they are or with their signs turned, but not in both cases; 0 without labels
 */
public record ReachEvidence(
        boolean reacts,
        double low,
        double high,
        double targetLow,
        double targetHigh,
        double unreachable,
        double leftOver,
        double cut)
        implements Evidence {}
