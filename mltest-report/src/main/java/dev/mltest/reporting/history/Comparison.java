package dev.mltest.reporting.history;

import java.util.List;

/**
 * What has changed since an earlier run.
 *
 * @param against which run, in words, for example {@code the last run} or {@code branch main}
 * @param changes verdicts that are not what they were
 * @param drifts measurements that moved, although the verdict is the same
 */
public record Comparison(String against, List<Change> changes, List<Drift> drifts) {

    /** Keeps its own copies. */
    public Comparison {
        changes = List.copyOf(changes);
        drifts = List.copyOf(drifts);
    }

    /**
     * A verdict that is not what it was.
     *
     * @param model name of the model
     * @param check id of the check
     * @param before the earlier outcome's label; empty if it was not judged
     * @param after the outcome's label now; empty if it is not judged any more
     */
    public record Change(String model, String check, String before, String after) {

        /** Whether something is violated now that was not. */
        public boolean isNewViolation() {
            return after.equals("violated");
        }
    }

    /**
     * A measurement that moved.
     *
     * @param model name of the model
     * @param check id of the check
     * @param locus where it was measured
     * @param quantity what was measured
     * @param before its earlier value
     * @param after its value now
     */
    public record Drift(
            String model,
            String check,
            String locus,
            String quantity,
            double before,
            double after) {}
}
