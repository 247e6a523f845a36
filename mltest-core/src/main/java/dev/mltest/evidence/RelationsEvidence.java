package dev.mltest.evidence;

import java.util.List;

/**
 * Every relation that was declared with the model.
 *
 * @param relations one entry for each
 */
public record RelationsEvidence(List<RelationEvidence> relations) implements Evidence {

    /** Keeps its own copy. */
    public RelationsEvidence {
        relations = List.copyOf(relations);
    }
}
