package dev.mltest.corpus.record;

import java.util.List;

/**
 * What one layer put out in inference mode, over training examples.
 *
 * @param path its place
 * @param output all elements
 * @param notPositive share of elements that are 0 or less
 * @param deadUnits share of units whose 95th percentile of |output| is below 1e-5
 * @param silentUnits share of units that are 0 in more than 99 % of the places
 * @param saturatedUnits share of units whose outputs lie at the ends of the activation's range
 *     (Rakitianskaia and Engelbrecht's measure above 0.85); 0 if the range is unbounded
 * @param input what went into the activation function; nothing if that cannot be known
 * @param farInputs share of what went in that lies beyond -5 or 5
 * @param modeSimilarity centred kernel alignment of the outputs in training and in inference mode;
 *     NaN if it was not asked for
 */
public record LayerLook(
        String path,
        Spread output,
        double notPositive,
        double deadUnits,
        double silentUnits,
        double saturatedUnits,
        List<Spread> input,
        double farInputs,
        double modeSimilarity) {

    /** Keeps its own copy. */
    public LayerLook {
        input = List.copyOf(input);
    }
}
