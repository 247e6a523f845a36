package dev.mltest.reporting;

import dev.mltest.check.CheckReport;
import dev.mltest.reporting.results.Results;
import dev.mltest.reporting.results.RunInfo;
import dev.mltest.reporting.results.Suite;
import dev.mltest.testing.WrittenReports;

import java.time.Instant;
import java.util.List;

/** Runs written by hand. */
public final class Runs {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Runs() {}

    /** What one test class found. */
    public static Results results(CheckReport... reports) {
        return new Results(List.of(
                new Suite("org.shop.ModelTest", WrittenReports.reported(reports), List.of())));
    }

    /** A run on a branch, so many hours after noon, of a commit of its own. */
    public static RunInfo on(String branch, int hours) {
        return new RunInfo(NOON.plusSeconds(3600L * hours), branch, "c0ffee" + hours);
    }
}
