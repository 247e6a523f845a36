package dev.mltest.evidence;

import dev.mltest.model.Shape;

import java.util.List;

/**
 * Gradients beside the slopes of the loss, along random directions through all parameters and
 * inputs at once.
 *
 * @param at where they were taken
 * @param slopes one for each direction
 * @param tensors what the directions move
 */
public record SlopesEvidence(LossPoint at, List<Slope> slopes, List<Moved> tensors)
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
