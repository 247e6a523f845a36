package dev.mltest.corpus.result;

import dev.mltest.corpus.arm.Finding;

import java.util.List;

/**
 * What one arm said of one program under one seed.
 *
 * @param arm its name
 * @param findings what it found, in its own order
 * @param crash what it threw; empty if it came to an end
 * @param seconds what judging took, the evidence it looked at included, whoever asked for it first
 */
public record ArmResult(String arm, List<Finding> findings, String crash, double seconds) {

    /** Keeps its own copy. */
    public ArmResult {
        findings = List.copyOf(findings);
    }

    /** The findings that fail the program. */
    public List<Finding> failures() {
        return findings.stream().filter(Finding::isFailure).toList();
    }

    /** Whether it came to no verdict. */
    public boolean crashed() {
        return !crash.isEmpty();
    }
}
