package dev.mltest.model;

import java.util.List;

/**
 * States which gradients are not meant to be the slope of the loss: those behind a straight-through
 * estimator or a gradient reversal, for example.
 *
 * @param globs patterns over parameter paths, and over {@code inputs/name} for inputs
 */
public record SurrogateGradients(List<String> globs) implements Declaration {

    /** Keeps its own copy. */
    public SurrogateGradients {
        globs = List.copyOf(globs);
    }

    /** Whether it speaks of this parameter or input. */
    public boolean covers(String path) {
        return globs.stream().anyMatch(ParameterPath.of(path)::matches);
    }
}
