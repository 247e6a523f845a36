package dev.mltest.library.step;

import dev.mltest.evidence.NudgeEvidence.Nudge;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;

/**
 * Tells a redundant parameter from a cut one. A bias before a normalisation, or the key bias of
 * attention, has a gradient that is exactly zero by symmetry: nudging it moves nothing, while other
 * parameters of the very same layer do receive a gradient. That is harmless, and no fault.
 */
public final class Redundancy {

    private static final double NOTHING = 1e-5;

    private Redundancy() {}

    /** Whether symmetry explains why this parameter neither receives a gradient nor moves. */
    public static boolean explains(ParameterSteps seen, Nudge nudge, StepsEvidence evidence) {
        return seen.parameter().isTrainable()
                && seen.parameter().shape().rank() <= 1
                && nudge.lossChange() <= NOTHING * Math.abs(evidence.losses().get(0))
                && evidence.parameters().stream().anyMatch(other -> isReachedSibling(seen, other));
    }

    private static boolean isReachedSibling(ParameterSteps seen, ParameterSteps other) {
        return other != seen
                && other.path().layer().equals(seen.path().layer())
                && other.gradientMaxAbs() > 0;
    }
}
