package dev.mltest.evidence;

import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * Where gradients first turn into NaN or infinity.
 *
 * @param step the first step, counted from 1, whose gradients are not finite; 0 if there is none
 * @param loss data loss of that step's forward pass; NaN if there is no such step
 * @param place the layer behind which everything is finite on the way back, {@code output} if no
 *     layer is, or, if the loss itself is not finite, the first layer that is not, or {@code loss}
 * @param lost parameters without a finite gradient in that step, in forward order
 * @param reached parameters with one
 * @param around the layers from the last that lacks its gradient to the place, in forward order
 */
public record LostGradientEvidence(
        int step,
        double loss,
        String place,
        List<ParameterPath> lost,
        List<ParameterPath> reached,
        List<Numbers> around)
        implements Evidence {

    /** Keeps its own copies. */
    public LostGradientEvidence {
        lost = List.copyOf(lost);
        reached = List.copyOf(reached);
        around = List.copyOf(around);
    }

    /**
     * The numbers that one layer puts out in that step.
     *
     * @param layer its path
     * @param min the smallest
     * @param max the largest
     * @param zeros how many are exactly 0
     * @param elements of how many
     */
    public record Numbers(String layer, double min, double max, long zeros, long elements) {}
}
