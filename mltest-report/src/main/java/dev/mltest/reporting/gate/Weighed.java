package dev.mltest.reporting.gate;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Outcome;
import dev.mltest.report.Reported;

/**
 * A violation, and how much it counts.
 *
 * @param verdict the strictest of its model and check
 * @param decides whether it fails the run
 * @param frozen whether it is accepted for a while
 * @param remark why it counts as it does; empty if there is nothing to say
 */
public record Weighed(Reported verdict, boolean decides, boolean frozen, String remark) {

    CheckReport report() {
        return verdict.report();
    }

    String model() {
        return report().subject().model();
    }

    String check() {
        return report().checkId();
    }

    String summary() {
        return report().outcome() instanceof Outcome.Violated violated ? violated.summary() : "";
    }
}
