package dev.mltest.model;

import java.util.List;

/**
 * States which parameters a penalty or weight decay is meant to pull towards zero, or to leave
 * alone.
 *
 * @param globs patterns over parameter paths, for example {@code **&#47;weight}
 * @param decays whether they are meant to decay
 */
public record DeclaredDecay(List<String> globs, boolean decays) implements Declaration {

    /** Keeps its own copy. */
    public DeclaredDecay {
        globs = List.copyOf(globs);
    }

    /** Whether it speaks of this parameter. */
    public boolean covers(ParameterPath path) {
        return globs.stream().anyMatch(path::matches);
    }
}
