package dev.mltest.testing;

import java.util.List;

/** A layer with a hand-written backward pass. Activations are rows, one for each example. */
public interface Layer {

    /** Name, the first segment of its parameters' paths. */
    String name();

    /** The output rows; what the backward pass needs is kept until then. */
    double[][] forward(double[][] rows, Pass pass);

    /** Turns dloss/doutput into dloss/dinput and adds to the parameters' gradients. */
    double[][] backward(double[][] gradient);

    /** Its parameters. */
    default List<Weight> weights() {
        return List.of();
    }
}
