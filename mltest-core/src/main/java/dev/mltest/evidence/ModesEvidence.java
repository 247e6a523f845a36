package dev.mltest.evidence;

import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * Training mode beside inference mode, on one batch and with running statistics that have settled
 * on that batch.
 *
 * @param batchSize number of examples
 * @param draws how often training mode was looked at, each time with other noise
 * @param states one entry for each running statistic
 * @param layers one entry for each layer that could be seen in both modes, in running order
 */
public record ModesEvidence(int batchSize, int draws, List<State> states, List<Layer> layers)
        implements Evidence {

    /** Keeps its own copies. */
    public ModesEvidence {
        states = List.copyOf(states);
        layers = List.copyOf(layers);
    }

    /**
     * One running statistic.
     *
     * @param path its place
     * @param moved largest change of an element in the first training pass
     * @param unsettled change in a further training pass after all settling, relative to its norm
     */
    public record State(ParameterPath path, double moved, double unsettled) {}

    /**
     * One layer's output.
     *
     * @param path the layer
     * @param isNoisy whether two draws in training mode differ
     * @param isBeforeWeights whether no weight belongs to this layer or an earlier one
     * @param isAtTheEnd whether no weight belongs to this layer or a later one, and it is shaped as
     *     the output is
     * @param gap distance of inference mode from the first draw in training mode, as root mean
     *     square, over that of the draw's own deviations from its mean; NaN if either is not finite
     * @param erasure what it erases
     * @param scale how large it is in training mode
     */
    public record Layer(
            String path,
            boolean isNoisy,
            boolean isBeforeWeights,
            boolean isAtTheEnd,
            double gap,
            Erasure erasure,
            NoisyScale scale) {}

    /**
     * Elements that are exactly 0 in training mode and not in inference mode.
     *
     * @param elements how many elements were looked at over all draws
     * @param share the share that is erased
     * @param isRandom whether it is chance that picks them, and not a bend such as a rectifier: the
     *     layer keeps elements that are smaller than some it erases, and of their sign
     * @param apart how far two examples are apart at this layer: the median over pairs of the sum
     *     over units of {@code (x - y)^2 / ((x^2 + y^2) / 2)}
     */
    public record Erasure(long elements, double share, boolean isRandom, double apart) {

        /** Distance of two examples in standard deviations of the noise, for a linear readout. */
        public double distance() {
            return Math.sqrt(apart * (1 - share) / share);
        }
    }

    /**
     * Size in training mode relative to inference mode, draw by draw.
     *
     * @param ofSignal slope of the regression of training mode on inference mode, through the
     *     origin
     * @param ofTotal root mean square in training mode over that in inference mode
     */
    public record NoisyScale(List<Double> ofSignal, List<Double> ofTotal) {

        /** Keeps its own copies. */
        public NoisyScale {
            ofSignal = List.copyOf(ofSignal);
            ofTotal = List.copyOf(ofTotal);
        }
    }
}
