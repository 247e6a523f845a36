package dev.mltest.model;

import java.util.List;

/**
 * States which parameters training must not move; every other weight is then meant to train.
 *
 * @param globs patterns over parameter paths, for example {@code backbone/**}
 */
public record FrozenParameters(List<String> globs) implements Declaration {

    /** Keeps its own copy. */
    public FrozenParameters {
        globs = List.copyOf(globs);
    }

    /** Whether this parameter is declared frozen. */
    public boolean covers(ParameterPath path) {
        return globs.stream().anyMatch(path::matches);
    }
}
