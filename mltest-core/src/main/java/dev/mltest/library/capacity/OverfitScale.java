package dev.mltest.library.capacity;

import dev.mltest.evidence.OverfitEvidence;

/** What chance is worth on a batch. */
final class OverfitScale {

    private OverfitScale() {}

    /** Loss of the best constant predictor, or, where that is unknown, what the control reached. */
    static double chance(OverfitEvidence evidence) {
        return Double.isNaN(evidence.chance()) ? evidence.ablated().best() : evidence.chance();
    }
}
