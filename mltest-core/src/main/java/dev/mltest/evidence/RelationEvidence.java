package dev.mltest.evidence;

import java.util.List;

/**
 * How far a model is from a declared relation between f(x) and f(t(x)), in inference mode.
 *
 * @param relation the relation, in words
 * @param cases one entry for each example and drawn transformation
 * @param spread root mean square of how much outputs differ between examples
 * @param smallest the worst case made as simple as possible, in words; empty if none was bad
 */
public record RelationEvidence(String relation, List<Case> cases, double spread, String smallest)
        implements Evidence {

    /** Keeps its own copy. */
    public RelationEvidence {
        cases = List.copyOf(cases);
    }

    /**
     * One example under one transformation.
     *
     * @param index number of the case
     * @param example index of the example in the first batch
     * @param transformation what was drawn, in words
     * @param error largest distance between what f(t(x)) is and what it should be
     * @param tolerance the distance that round-off explains, measured by perturbing the input by
     *     one unit in the last place
     */
    public record Case(
            int index, int example, String transformation, double error, double tolerance) {}
}
