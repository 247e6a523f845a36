package dev.mltest.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.recurrent.RecurrentBlock;

import dev.mltest.model.ConfigurationException;

/**
 * Looks at the width of what goes into recurrent blocks. PyTorch's native code does not: sequences
 * of more features than the weights were made for overwrite memory and end the JVM.
 */
final class RecurrentInputs {

    private RecurrentInputs() {}

    /**
     * The inputs as they are.
     *
     * @throws ConfigurationException if a recurrent block cannot take them
     */
    static NDList checked(Block block, NDList inputs) {
        if (block instanceof RecurrentBlock) {
            long features = features(block);
            Shape shape = inputs.head().getShape();
            if (features > 0 && shape.get(shape.dimension() - 1) != features) {
                throw new ConfigurationException(
                        "a %s takes sequences of %d features, but got %s; give the model the kind of data it was initialised for"
                                .formatted(block.getClass().getSimpleName(), features, shape));
            }
        }
        return inputs;
    }

    /** Columns of the first weight, which meets the inputs; 0 if there is none yet. */
    private static long features(Block block) {
        for (Parameter parameter : block.getParameters().values()) {
            if (parameter.isInitialized() && parameter.getArray().getShape().dimension() == 2) {
                return parameter.getArray().getShape().get(1);
            }
        }
        return 0;
    }
}
