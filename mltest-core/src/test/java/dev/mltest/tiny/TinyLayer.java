package dev.mltest.tiny;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A step of a forward pass. A layer is a mere description, its weights lie in the network under its
 * name: the same layer at two places of a network is a shared one.
 */
interface TinyLayer {

    /** Its place in the network. */
    String name();

    /** Adds what it needs and does not find. */
    default void declare(Map<String, TinyWeight> weights) {}

    /** Puts rows through. */
    Traced forward(double[][] rows, Map<String, TinyWeight> weights);

    /**
     * What went forward and the way back.
     *
     * @param outputs one row for each example
     * @param backward from the outputs' gradient to the inputs'; adds to the weights' on the way
     */
    record Traced(double[][] outputs, UnaryOperator<double[][]> backward) {}
}
