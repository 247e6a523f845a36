package dev.mltest.evidence;

import java.util.List;

/**
 * How far a model is from a declared relation between f(x) and f(t(x)), in inference mode.
 *
 * @param relation the relation, in words
 * @param cases one entry for each example and drawn transformation
 * @param spread root mean square of how much outputs differ between examples
 * @param smallest the worst case made as simple as possible, in words; empty if none was bad
 * @param counterexamples the same in figures; at most one
 * @param unchanged how many cases were left out because the change left the example as it was
 */
public record RelationEvidence(
        String relation,
        List<Case> cases,
        double spread,
        String smallest,
        List<Counterexample> counterexamples,
        int unchanged)
        implements Evidence {

    /** Keeps its own copies. */
    public RelationEvidence {
        cases = List.copyOf(cases);
        counterexamples = List.copyOf(counterexamples);
    }

    /** Evidence of which no case was simplified, and every change changed something. */
    public RelationEvidence(String relation, List<Case> cases, double spread, String smallest) {
        this(relation, cases, spread, smallest, List.of(), 0);
    }

    /**
     * One example under one transformation.
     *
     * @param index number of the case
     * @param example index of the example in its batch
     * @param transformation what was drawn, in words
     * @param error largest distance between what f(t(x)) is and what it should be
     * @param tolerance the distance that round-off explains, measured by null perturbations of the
     *     example before and after the change
     * @param inputs where the example comes from, in words; empty for the data itself
     */
    public record Case(
            int index,
            int example,
            String transformation,
            double error,
            double tolerance,
            String inputs) {

        /** A case of the data itself. */
        public Case(int index, int example, String transformation, double error, double tolerance) {
            this(index, example, transformation, error, tolerance, "");
        }

        /** Whether it is about the data itself. */
        public boolean isOfData() {
            return inputs.isEmpty();
        }

        /** For example {@code case 33: example 1 of the data moved by 1 %, a flip of axis 3}. */
        public String place() {
            String of = isOfData() ? "" : " of " + inputs;
            return "case %d: example %d%s, %s".formatted(index, example, of, transformation);
        }
    }
}
