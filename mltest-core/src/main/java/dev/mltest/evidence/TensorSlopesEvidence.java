package dev.mltest.evidence;

import java.util.List;

/**
 * The same as {@link SlopesEvidence} with one tensor moved after the other.
 *
 * @param tensors inputs first, then parameters in the order of the forward pass
 */
public record TensorSlopesEvidence(List<Alone> tensors) implements Evidence {

    /** Keeps its own copy. */
    public TensorSlopesEvidence {
        tensors = List.copyOf(tensors);
    }

    /**
     * One tensor moved by itself.
     *
     * @param tensor what is known of it
     * @param slopes one for each direction
     */
    public record Alone(SlopesEvidence.Moved tensor, List<Slope> slopes) {

        /** Keeps its own copy. */
        public Alone {
            slopes = List.copyOf(slopes);
        }
    }
}
