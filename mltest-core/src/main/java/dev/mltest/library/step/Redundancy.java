package dev.mltest.library.step;

import dev.mltest.evidence.NudgeEvidence;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;

/**
 * Tells a redundant parameter from a cut one. A bias before a normalisation, or the key bias of
 * attention, has a gradient that is exactly zero by symmetry: nudging it moves nothing, it has one
 * axis at most, and other parameters of the very same layer do receive a gradient. That is
 * harmless, and no fault.
 */
public final class Redundancy {

    private Redundancy() {}

    /** Whether symmetry explains why this parameter neither receives a gradient nor moves. */
    public static boolean explains(
            ParameterSteps seen, NudgeEvidence nudged, StepsEvidence evidence) {
        return seen.parameter().isTrainable()
                && seen.parameter().shape().rank() <= 1
                && !nudged.isFelt(nudged.of(seen.path()))
                && evidence.parameters().stream().anyMatch(other -> isReachedSibling(seen, other));
    }

    /** What a reader should know of it although nothing is wrong. */
    public static String note(ParameterSteps seen) {
        return seen.path() + " is redundant: what follows cancels it, as a norm does a bias";
    }

    private static boolean isReachedSibling(ParameterSteps seen, ParameterSteps other) {
        return other != seen
                && other.path().layer().equals(seen.path().layer())
                && other.gradientMaxAbs() > 0;
    }
}
