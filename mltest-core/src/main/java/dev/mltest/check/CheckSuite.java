package dev.mltest.check;

import dev.mltest.evidence.EvidenceSource;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;
import dev.mltest.model.ConfigurationException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A named list of checks.
 *
 * @param name for reports
 * @param checks in the order in which they are run
 */
public record CheckSuite(String name, List<Check> checks) {

    /** Keeps its own copy. */
    public CheckSuite {
        checks = List.copyOf(checks);
    }

    /**
     * The most that a run costs there: every question once for each seed, follow-ups and seeds
     * bought later not included.
     */
    public Price price(EvidenceSource source) {
        Map<String, Price> prices = new LinkedHashMap<>();
        for (Check check : checks) {
            for (Question<?> question : check.needs()) {
                prices.merge(
                        question.id(), source.price(question).times(check.seeds()), Price::larger);
            }
        }
        return prices.values().stream().reduce(Price.FREE, Price::plus);
    }

    /**
     * The same checks, together accusing a correct model by chance in at most this share of runs.
     * Each check in which chance plays a part gets an equal share (Bonferroni): that holds however
     * their evidence hangs together, and for each check by itself, so that it may run alone, in any
     * order, or at the same time as others. Holm's procedure would need all of them to be judged
     * together. A check that buys more seeds divides its own share over its looks.
     *
     * @throws ConfigurationException if the rate is not between 0 and 1
     */
    public CheckSuite withFalseAlarmRate(double total) {
        if (!(total > 0 && total < 1)) {
            throw new ConfigurationException(
                    "suite '%s': a false-alarm rate of %s is none; write a number above 0 and below 1, such as 0.001"
                            .formatted(name, total));
        }
        double share = total / Math.max(1, statisticalChecks());
        return new CheckSuite(
                name,
                checks.stream()
                        .map(check -> isStatistical(check) ? check.atFalseAlarmRate(share) : check)
                        .toList());
    }

    /** In how many of the checks chance plays a part. */
    public long statisticalChecks() {
        return checks.stream().filter(CheckSuite::isStatistical).count();
    }

    private static boolean isStatistical(Check check) {
        return check.falseAlarmRate() > 0;
    }

    /** An upper limit to the chance that a correct model is accused by any check. */
    public double falseAlarmRate() {
        return checks.stream().mapToDouble(Check::falseAlarmRate).sum();
    }
}
