package dev.mltest.reporting.results;

import java.time.Instant;

/**
 * Which run it was.
 *
 * @param at when it ended
 * @param branch of the sources; empty if unknown
 * @param commit of the sources; empty if unknown
 */
public record RunInfo(Instant at, String branch, String commit) {}
