package dev.mltest.diagnosis;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Outcome;

import java.util.List;
import java.util.Set;

/**
 * What violated checks have in common: the one place where causes meet the ids of checks. A check
 * that stands in no row is not diagnosed.
 */
public enum Symptom {
    /** The model does not learn what it could. */
    DOES_NOT_LEARN("one-batch-is-overfitted", "training-beats-constant-outputs"),
    /** The loss is wrong before any training. */
    STARTS_WRONG("loss-starts-at-theory"),
    /** The initial weights are not what they should be. */
    STARTS_ODD(
            "initial-weights-suit-their-fan-in",
            "units-of-a-layer-differ",
            "gradients-keep-their-size"),
    /** The loss does not reward what it should. */
    REWARDS_WRONG("loss-prefers-the-targets", "loss-has-a-lower-bound", "outputs-fit-the-targets"),
    /** Scores and probabilities are mixed up. */
    SOFTMAX_MISPLACED("softmax-is-applied-once"),
    /** A step makes things worse. */
    CLIMBS("a-step-lowers-the-loss"),
    /** Steps are too short to get anywhere. */
    CREEPS("steps-are-long-enough"),
    /** A parameter stays where it is. */
    STANDS_STILL("training-changes-every-parameter"),
    /** A parameter receives no gradient. */
    RECEIVES_NOTHING("gradients-reach-every-parameter"),
    /** A penalty pulls harder than the data. */
    SHRINKS("data-outweighs-the-penalty"),
    /** What training mode adds is louder than the signal. */
    DROWNS("training-noise-leaves-the-signal"),
    /** A number is too large to be computed with. */
    OVERFLOWS("stays-finite-under-stress", "outputs-are-finite-on-the-data"),
    /** What is learnt does not hold for other examples. */
    DOES_NOT_GENERALISE("labels-are-associated-with-inputs", "training-beats-constant-outputs");

    private final Set<String> checks;

    Symptom(String... checks) {
        this.checks = Set.of(checks);
    }

    /** Whether one of these verdicts shows it. */
    boolean isShownBy(List<CheckReport> reports) {
        return reports.stream()
                .filter(report -> report.outcome() instanceof Outcome.Violated)
                .anyMatch(report -> checks.contains(report.checkId()));
    }
}
