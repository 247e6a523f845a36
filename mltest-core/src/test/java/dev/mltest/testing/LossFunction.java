package dev.mltest.testing;

import dev.mltest.model.ElementType;

/** A loss with its gradient. */
public interface LossFunction {

    /** The loss of these outputs for these targets, computed in this precision. */
    double value(double[][] outputs, double[] targets, ElementType precision);

    /** dloss/doutputs. */
    double[][] gradient(double[][] outputs, double[] targets);
}
