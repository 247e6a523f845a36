package dev.mltest.preflight;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Outcome;
import dev.mltest.model.ConfigurationException;
import dev.mltest.report.SuiteText;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** What a reader is told of a sanity run. */
record PreflightText(
        String model,
        List<SeedVerdicts> seeds,
        List<CheckReport> reports,
        Accepted accepted,
        Optional<ConfigurationException> error) {

    String compose() {
        StringJoiner parts = new StringJoiner("\n\n");
        seeds.stream()
                .map(seed -> seed.violations(accepted))
                .filter(text -> !text.isEmpty())
                .forEach(parts::add);
        String known = accepted.remarks(reports);
        if (!known.isEmpty()) {
            parts.add("known violations:\n" + known);
        }
        String notExamined = SuiteText.notExamined(reports);
        if (!notExamined.isEmpty()) {
            parts.add("not examined, which is not passed:\n" + notExamined);
        }
        error.ifPresent(broken -> parts.add(String.valueOf(broken.getMessage())));
        parts.add("%s: %d of %d checks held, %s violated, %s not examined"
                .formatted(
                        model,
                        count(Outcome.Held.class),
                        reports.size(),
                        counted(Outcome.Violated.class, "is", "are"),
                        counted(Outcome.NotApplicable.class, "was", "were")));
        return parts.toString();
    }

    private String counted(Class<? extends Outcome> outcome, String one, String several) {
        long count = count(outcome);
        return "%d %s".formatted(count, count == 1 ? one : several);
    }

    private long count(Class<? extends Outcome> outcome) {
        return reports.stream()
                .filter(report -> outcome.isInstance(report.outcome()))
                .count();
    }
}
