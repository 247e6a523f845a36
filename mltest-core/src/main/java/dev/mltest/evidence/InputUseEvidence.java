package dev.mltest.evidence;

import java.util.List;

/**
 * Whether outputs react to each declared input.
 *
 * @param inputs one entry for each input
 */
public record InputUseEvidence(List<Use> inputs) implements Evidence {

    /** Keeps its own copy. */
    public InputUseEvidence {
        inputs = List.copyOf(inputs);
    }

    /**
     * One input.
     *
     * @param name its name
     * @param changed number of elements of the input that were changed, over all attempts
     * @param attempts how often it was exchanged between examples, the rest staying as it was
     * @param moved largest absolute change of an output or of the loss over all attempts; infinite
     *     if the model would not take the exchanged input
     */
    public record Use(String name, long changed, int attempts, double moved) {}
}
