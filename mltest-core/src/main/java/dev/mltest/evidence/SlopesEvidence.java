package dev.mltest.evidence;

import dev.mltest.model.Shape;

import java.util.List;

/**
 * Gradients beside the slopes of the loss, along random directions through all parameters and
 * inputs at once.
 *
 * @param elementType number format in which both were computed
 * @param roundOff part of a slope that round-off may change: half the digits of that format, or one
 *     unit in the last place of the model's own, in which its data are given
 * @param mode mode in which both were computed
 * @param repeats whether the same parameters, inputs and seed give the same loss twice
 * @param loss the loss where the slopes were taken
 * @param slopes one for each direction
 * @param tensors what the directions move
 */
public record SlopesEvidence(
        String elementType,
        double roundOff,
        String mode,
        boolean repeats,
        double loss,
        List<Slope> slopes,
        List<Moved> tensors)
        implements Evidence {

    /** Keeps its own copies. */
    public SlopesEvidence {
        slopes = List.copyOf(slopes);
        tensors = List.copyOf(tensors);
    }

    /** Standard deviation of the slope along a direction. */
    public double size() {
        return tensors.stream().mapToDouble(Moved::share).reduce(0, Math::hypot);
    }

    /**
     * A tensor that the directions move: by independent normal numbers times its size.
     *
     * @param name path of a parameter, or {@code inputs/} and the name of an input
     * @param shape its axis sizes
     * @param size root of its mean square; of a parameter, a hundredth if that is less
     * @param gradient norm of its gradient
     */
    public record Moved(String name, Shape shape, double size, double gradient) {

        /** Standard deviation of what it contributes to the slope along a direction. */
        public double share() {
            return size * gradient;
        }
    }
}
