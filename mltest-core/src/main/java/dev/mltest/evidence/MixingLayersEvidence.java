package dev.mltest.evidence;

import java.util.List;

/**
 * The same exchange seen layer by layer, in the order in which the layers ran.
 *
 * @param batchSize number of examples
 * @param layers one entry for each layer that could be seen
 */
public record MixingLayersEvidence(int batchSize, List<Layer> layers) implements Evidence {

    /** Keeps its own copy. */
    public MixingLayersEvidence {
        layers = List.copyOf(layers);
    }

    /**
     * One layer's output.
     *
     * @param path the layer
     * @param rows size of its axis 0
     * @param moved largest change of a kept example relative to the layer's largest element; NaN if
     *     axis 0 does not run over the examples
     */
    public record Layer(String path, long rows, double moved) {}
}
