package dev.mltest.preflight;

import dev.mltest.check.Budget;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * About how long the rest of a run will take: what the questions answered so far took, by how much
 * they and those to come may cost.
 */
final class Forecast {

    /** As long as so little is done, nothing follows from it: an engine takes time to start. */
    private static final double MOST_AHEAD = 8;

    private final EvidenceSource source;
    private final List<Plan.Step> steps;
    private final Budget budget;

    private record Asked(String question, long seed) {}

    Forecast(EvidenceSource source, Plan plan) {
        this.source = source;
        this.steps = plan.steps();
        this.budget = plan.budget();
    }

    /** Nothing if too little is known as yet. */
    Optional<Duration> left(Duration elapsed) {
        Optional<Duration> estimate = estimate(elapsed);
        if (budget.equals(Budget.unlimited())) {
            return estimate;
        }
        Duration most = budget.time().minus(elapsed);
        Duration left = estimate.filter(time -> time.compareTo(most) < 0).orElse(most);
        return Optional.of(left.isNegative() ? Duration.ZERO : left);
    }

    private Optional<Duration> estimate(Duration elapsed) {
        Set<Asked> counted = new HashSet<>();
        double done = 0;
        double ahead = 0;
        for (Plan.Step step : steps) {
            for (Question<?> question : step.check().needs()) {
                if (counted.add(new Asked(question.id(), step.seed()))) {
                    boolean known = source.knows(question, step.seed());
                    done += known ? work(question) : 0;
                    ahead += known ? 0 : work(question);
                }
            }
        }
        return done == 0 || ahead > MOST_AHEAD * done
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (elapsed.toMillis() * ahead / done)));
    }

    /**
     * Passes, a backward one for two. Prices are upper limits, and what may cost much mostly stops
     * early; a root makes up for that.
     */
    private double work(Question<?> question) {
        Price price = source.price(question);
        return Math.sqrt(price.forwards() + 2.0 * price.backwards() + price.steps());
    }
}
