package dev.mltest.model;

/**
 * States that gradients are cut down before the optimiser sees them.
 *
 * @param limit the most that is let through
 * @param byNorm whether it is for the Euclidean norm over all trainable parameters; otherwise for
 *     each element by itself
 */
public record DeclaredClipping(double limit, boolean byNorm) implements Declaration {

    /**
     * Checks the limit.
     *
     * @throws ConfigurationException if it is not a positive number
     */
    public DeclaredClipping {
        if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
            throw new ConfigurationException(
                    "clipping needs a limit above 0, 1.0 for example, but got " + limit);
        }
    }
}
