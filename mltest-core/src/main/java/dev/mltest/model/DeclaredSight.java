package dev.mltest.model;

/**
 * States how many positions in a row of the first input what a model says at one position may
 * depend on: its receptive field.
 *
 * @param positions how many, the own one included
 */
public record DeclaredSight(int positions) implements Declaration {

    /** Checks the number. */
    public DeclaredSight {
        if (positions < 1) {
            throw new ConfigurationException(
                    "seesAtMost(%d): an output sees at least one position; write seesAtMost(1)"
                            .formatted(positions));
        }
    }
}
