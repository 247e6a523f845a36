package dev.mltest.evidence;

import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * What becomes of the loss when single parameters are moved by hand against their gradients.
 *
 * @param loss the loss before
 * @param steps one entry for each parameter asked about
 */
public record HandStepEvidence(double loss, List<HandStep> steps) implements Evidence {

    /** Keeps its own copy. */
    public HandStepEvidence {
        steps = List.copyOf(steps);
    }

    /**
     * One parameter moved, all others at rest.
     *
     * @param path the parameter
     * @param slope Euclidean norm of its gradient
     * @param loss smallest loss along the move
     */
    public record HandStep(ParameterPath path, double slope, double loss) {}

    /** Whether moving this parameter lowers the loss beyond round-off. */
    public boolean lowers(HandStep step) {
        return loss - step.loss() > 1e-5 * Math.abs(loss);
    }
}
