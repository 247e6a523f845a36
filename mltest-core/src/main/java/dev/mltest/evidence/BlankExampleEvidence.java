package dev.mltest.evidence;

/**
 * Whether a few training steps change what the model says of an example whose inputs are all 0.
 *
 * @param layer the layer whose weights a forward pass uses last
 * @param steps how many steps
 * @param blank largest change of an output of the all-zero example
 * @param data largest change of an output on a batch of the data
 */
public record BlankExampleEvidence(String layer, int steps, double blank, double data)
        implements Evidence {}
