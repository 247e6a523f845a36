package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.TensorSummary;

/**
 * Where arithmetic can be trusted: where the sum of an example's squares, as norms, variances and
 * dot products form it, neither overflows nor falls among the denormals. What fails elsewhere, on
 * inputs that were made up, says nothing of the model.
 */
final class TrustedRange {

    private TrustedRange() {}

    /** Whether numbers of this size, one example's, are within. */
    static boolean holds(ArrayTensor values) {
        TensorSummary summary = values.summary();
        ElementType type = values.elementType();
        boolean isSmallEnough = summary.norm() <= Math.sqrt(type.largest());
        boolean isLargeEnough = summary.norm() >= Math.sqrt(type.smallestNormal());
        boolean isOrdinary = summary.maxAbs() == 0 || (isSmallEnough && isLargeEnough);
        return summary.nonFinite() == 0 && (isOrdinary || !type.isFloating());
    }
}
