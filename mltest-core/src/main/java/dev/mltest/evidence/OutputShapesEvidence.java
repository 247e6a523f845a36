package dev.mltest.evidence;

import dev.mltest.model.Shape;

import java.util.List;

/**
 * The shapes of outputs and targets.
 *
 * @param examples number of examples in the batch
 * @param outputs name and shape of each output
 * @param targets name and shape of each target
 */
public record OutputShapesEvidence(int examples, List<Named> outputs, List<Named> targets)
        implements Evidence {

    /** Keeps its own copies. */
    public OutputShapesEvidence {
        outputs = List.copyOf(outputs);
        targets = List.copyOf(targets);
    }

    /**
     * One tensor.
     *
     * @param name its name
     * @param shape its axis sizes
     */
    public record Named(String name, Shape shape) {}
}
