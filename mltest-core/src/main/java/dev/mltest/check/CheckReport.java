package dev.mltest.check;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.Subject;

import java.util.List;

/**
 * What came of one check.
 *
 * @param subject what was looked at
 * @param checkId the check
 * @param claim its claim, after the model's name
 * @param because its reason
 * @param outcome how it ended
 * @param seeds under which seeds it was judged
 * @param spent what its evidence cost, whoever asked for it first
 * @param seconds how long its evidence took to collect, whoever asked for it first
 * @param falseAlarmRate how often, at most, chance alone makes it fail
 */
public record CheckReport(
        Subject subject,
        String checkId,
        String claim,
        String because,
        Outcome outcome,
        List<Long> seeds,
        Price spent,
        double seconds,
        double falseAlarmRate) {

    /** Keeps its own copy. */
    public CheckReport {
        seeds = List.copyOf(seeds);
    }
}
