package dev.mltest.evidence;

import java.util.List;

/**
 * The model's own loss along rays: outputs that go further and further in one direction.
 *
 * @param distances how far, in the order of the losses
 * @param rays one entry for each direction of each output
 */
public record RaysEvidence(List<Double> distances, List<Ray> rays) implements Evidence {

    /** Keeps its own copies. */
    public RaysEvidence {
        distances = List.copyOf(distances);
        rays = List.copyOf(rays);
    }

    /**
     * One direction.
     *
     * @param output the output that goes there, the others staying as they are
     * @param direction in words
     * @param losses the loss at each distance
     */
    public record Ray(String output, String direction, List<Double> losses) {

        /** Keeps its own copy. */
        public Ray {
            losses = List.copyOf(losses);
        }
    }
}
