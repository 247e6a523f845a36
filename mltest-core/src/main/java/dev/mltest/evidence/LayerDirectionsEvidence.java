package dev.mltest.evidence;

import java.util.List;

/**
 * Along how many directions examples differ behind each layer.
 *
 * @param layers one entry for each layer, in the order of the forward pass
 */
public record LayerDirectionsEvidence(List<Layer> layers) implements Evidence {

    /** Keeps its own copy. */
    public LayerDirectionsEvidence {
        layers = List.copyOf(layers);
    }

    /**
     * One layer.
     *
     * @param name its path
     * @param width numbers it puts out for an example
     * @param beside share of the variance between examples beside their main direction, as in
     *     {@link DirectionsEvidence}
     */
    public record Layer(String name, long width, double beside) {}
}
