package dev.mltest.check;

import dev.mltest.evidence.EvidenceSource;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;

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

    /** An upper limit to the chance that a correct model is accused by any check. */
    public double falseAlarmRate() {
        return checks.stream().mapToDouble(Check::falseAlarmRate).sum();
    }
}
