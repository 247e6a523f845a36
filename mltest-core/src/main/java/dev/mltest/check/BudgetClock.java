package dev.mltest.check;

import dev.mltest.evidence.EvidenceSource;
import dev.mltest.evidence.Question;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Optional;

/** A budget that has started to run. */
final class BudgetClock {

    private final EvidenceSource source;
    private final Budget budget;
    private final long start = System.nanoTime();
    private long steps;

    BudgetClock(EvidenceSource source, Budget budget) {
        this.source = source;
        this.budget = budget;
    }

    /** Why this question may not be asked any more, if so; otherwise takes note of its price. */
    Optional<String> refusal(Question<?> question, List<Long> seeds) {
        long unknown =
                seeds.stream().filter(seed -> !source.knows(question, seed)).count();
        if (unknown == 0) {
            return Optional.empty();
        }
        long asked = source.price(question).times(unknown).steps();
        if (System.nanoTime() - start > budget.time().toNanos()) {
            return Optional.of("the budget of %s s was spent before '%s' could be asked"
                    .formatted(Numbers.text(budget.time().toMillis() / 1000.0), question.id()));
        }
        if (asked > budget.steps() - steps) {
            return Optional.of("%d steps of the budget are left, and '%s' may need %d"
                    .formatted(budget.steps() - steps, question.id(), asked));
        }
        steps += asked;
        return Optional.empty();
    }
}
