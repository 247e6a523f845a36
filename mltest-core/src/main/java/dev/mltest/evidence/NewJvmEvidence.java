package dev.mltest.evidence;

import dev.mltest.model.Parameter;

import java.util.List;

/**
 * The first steps of a model, taken here and in a JVM of their own.
 *
 * @param steps how many
 * @param parameters one entry for each, in forward order
 */
public record NewJvmEvidence(int steps, List<Compared> parameters) implements Evidence {

    /** Keeps its own copy. */
    public NewJvmEvidence {
        parameters = List.copyOf(parameters);
    }

    /**
     * One parameter in both processes.
     *
     * @param parameter which one
     * @param atStart whether its bits agree before the first step
     * @param atEnd whether they agree after the last
     */
    public record Compared(Parameter parameter, boolean atStart, boolean atEnd) {}
}
