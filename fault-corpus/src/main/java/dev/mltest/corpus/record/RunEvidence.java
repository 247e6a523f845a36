package dev.mltest.corpus.record;

import dev.mltest.evidence.Evidence;

import java.util.List;

/**
 * What was recorded while a program trained in its own way.
 *
 * @param losses loss before each step
 */
public record RunEvidence(List<Double> losses) implements Evidence {

    /** Keeps its own copy. */
    public RunEvidence {
        losses = List.copyOf(losses);
    }
}
