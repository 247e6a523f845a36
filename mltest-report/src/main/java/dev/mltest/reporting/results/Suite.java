package dev.mltest.reporting.results;

import dev.mltest.report.Reported;

import java.nio.file.Path;
import java.util.List;

/**
 * What one test class, or one run by itself, left behind.
 *
 * @param name of the class or run
 * @param verdicts in the order in which they were reached
 * @param evidence files of what was seen, one for each device
 */
public record Suite(String name, List<Reported> verdicts, List<Path> evidence) {

    /** Keeps its own copies. */
    public Suite {
        verdicts = List.copyOf(verdicts);
        evidence = List.copyOf(evidence);
    }
}
