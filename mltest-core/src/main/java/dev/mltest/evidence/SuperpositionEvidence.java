package dev.mltest.evidence;

import java.util.List;

/**
 * Whether the outputs are an affine function of the inputs, and whether weights work in series.
 *
 * @param probes how many quadruples of inputs were tried
 * @param deviation largest relative distance from what an affine function would give; NaN if no
 *     probe could be used
 * @param narrowest fewest numbers by which any hidden layer describes an example
 * @param inputs numbers that describe an example at the input
 * @param outputs numbers that describe it at the output
 * @param layers hidden layers that could be seen, in forward order
 * @param pairs for each trainable weight but the last how much it and the last act on each other:
 *     relative change of the outputs that neither brings about alone
 */
public record SuperpositionEvidence(
        int probes,
        double deviation,
        long narrowest,
        long inputs,
        long outputs,
        List<String> layers,
        List<Pair> pairs)
        implements Evidence {

    /** Keeps its own copies. */
    public SuperpositionEvidence {
        layers = List.copyOf(layers);
        pairs = List.copyOf(pairs);
    }

    /**
     * How much a weight and the last one act on each other.
     *
     * @param weight path of the weight
     * @param interaction relative change of the outputs that neither brings about alone
     */
    public record Pair(String weight, double interaction) {}
}
