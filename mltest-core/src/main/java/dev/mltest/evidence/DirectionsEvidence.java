package dev.mltest.evidence;

import java.util.List;

/**
 * Along how many directions examples differ. Each share is that part of the variance between
 * examples which does not lie along their main direction: 0 if they all stand on one line, NaN if
 * they do not differ or not each example has a row of its own.
 *
 * @param examples how many examples were shown
 * @param inputs share beside the main direction of the inputs; the largest, if there are several
 * @param outputs share of the scores at the output
 * @param layers one entry for each layer, in the order of the forward pass
 */
public record DirectionsEvidence(int examples, double inputs, double outputs, List<Layer> layers)
        implements Evidence {

    /** Keeps its own copy. */
    public DirectionsEvidence {
        layers = List.copyOf(layers);
    }

    /**
     * One layer.
     *
     * @param name its path
     * @param width numbers it puts out for an example
     * @param beside share of the variance beside the main direction
     */
    public record Layer(String name, long width, double beside) {}
}
