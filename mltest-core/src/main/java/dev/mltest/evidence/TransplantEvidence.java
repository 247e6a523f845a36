package dev.mltest.evidence;

import java.util.List;

/**
 * A model beside one from another seed that was given all of its parameters and state.
 *
 * @param parameters how many were copied
 * @param isRepeatable whether the model gives the same outputs twice
 * @param outputs one entry for each output
 * @param layers one entry for each layer that could be seen in both, in running order
 */
public record TransplantEvidence(
        int parameters, boolean isRepeatable, List<Place> outputs, List<Place> layers)
        implements Evidence {

    /** Keeps its own copies. */
    public TransplantEvidence {
        outputs = List.copyOf(outputs);
        layers = List.copyOf(layers);
    }

    /** Whether parameters and state decide the outputs, or noise keeps that from being seen. */
    public boolean isDecided() {
        return !isRepeatable
                || outputs.stream().allMatch(place -> place.moved() <= place.roundOff());
    }

    /**
     * An output or a layer.
     *
     * @param name its name or path
     * @param moved largest difference of an element between the two models; NaN if shapes differ or
     *     an element is not finite
     * @param scale largest absolute element
     * @param epsilon distance from 1 to the next number in its type
     */
    public record Place(String name, double moved, double scale, double epsilon) {

        private static final double UNITS = 256;

        /** How far round-off alone may move an element. */
        public double roundOff() {
            return UNITS * epsilon * scale;
        }
    }
}
