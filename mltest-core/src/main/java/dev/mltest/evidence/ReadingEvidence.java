package dev.mltest.evidence;

import java.util.List;

/**
 * The same rows of a data set, read twice.
 *
 * @param rows how many
 * @param parts one entry for each input, target and mask
 */
public record ReadingEvidence(int rows, List<Part> parts) implements Evidence {

    /** Keeps its own copy. */
    public ReadingEvidence {
        parts = List.copyOf(parts);
    }

    /**
     * One tensor of the data.
     *
     * @param name its kind and name, for example {@code input pixels}
     * @param changed how many rows differ between the two readings
     * @param moved largest difference of an element; NaN if the shapes differ
     */
    public record Part(String name, int changed, double moved) {}
}
