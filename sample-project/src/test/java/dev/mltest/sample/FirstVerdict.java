package dev.mltest.sample;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;

import java.lang.management.ManagementFactory;

/** Prints how long it takes from the start of the JVM to a first verdict on the CNN. */
public final class FirstVerdict {

    private FirstVerdict() {}

    /** No arguments. */
    public static void main(String[] arguments) {
        try (Laboratory laboratory = new Laboratory(new ShapeClassifierTest().model())) {
            CheckReport report = new CheckRunner(laboratory, Budget.unlimited())
                    .run(DefaultChecks.examplesDoNotMix(), 42);
            long started = ManagementFactory.getRuntimeMXBean().getStartTime();
            System.out.printf(
                    "%s: %s after %.1f s%n",
                    report.checkId(),
                    report.outcome().label(),
                    (System.currentTimeMillis() - started) / 1000.0);
        }
    }
}
