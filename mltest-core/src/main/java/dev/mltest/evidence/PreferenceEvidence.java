package dev.mltest.evidence;

import java.util.List;

/**
 * The model's own loss of outputs that point at the labels, favour nothing, or point away from the
 * labels, for the examples of each label.
 *
 * @param labels one entry for each label that occurs
 */
public record PreferenceEvidence(List<Label> labels) implements Evidence {

    /** Keeps its own copy. */
    public PreferenceEvidence {
        labels = List.copyOf(labels);
    }

    /**
     * The examples of one label.
     *
     * @param name the label, or {@code all} for examples that cannot be told apart by one label
     * @param examples how many there are
     * @param towards loss of outputs that point at the labels
     * @param neutral loss of outputs that favour nothing
     * @param away loss of outputs that point away from the labels
     */
    public record Label(String name, int examples, double towards, double neutral, double away) {}
}
