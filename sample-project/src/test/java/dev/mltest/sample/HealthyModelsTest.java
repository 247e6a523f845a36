package dev.mltest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.FailureText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** No check accuses a healthy model, whatever the seed and whoever else is at work. */
class HealthyModelsTest {

    private static final int SEEDS = 20;

    static Stream<ModelUnderTest> healthy_models() {
        return Stream.of(
                new ShapeClassifierTest().model(),
                new LanguageIdentifierTest().model(),
                new AreaEstimatorTest().model());
    }

    @ParameterizedTest
    @MethodSource("healthy_models")
    void no_check_accuses_them_under_any_of_twenty_seeds(ModelUnderTest model) {
        List<CheckReport> reports = run(model, SEEDS);

        assertThat(accusations(reports)).isEmpty();
        assertThat(reports)
                .filteredOn(report -> report.outcome() instanceof Outcome.Held)
                .hasSizeGreaterThanOrEqualTo(9 * SEEDS);
    }

    @Test
    void two_suites_in_two_threads_do_not_disturb_each_other() {
        ModelUnderTest shapes = new ShapeClassifierTest().model();
        ModelUnderTest languages = new LanguageIdentifierTest().model();

        CompletableFuture<List<CheckReport>> first =
                CompletableFuture.supplyAsync(() -> run(shapes, 2));
        CompletableFuture<List<CheckReport>> second =
                CompletableFuture.supplyAsync(() -> run(languages, 2));

        assertThat(labels(first.join())).isEqualTo(labels(run(shapes, 2)));
        assertThat(labels(second.join())).isEqualTo(labels(run(languages, 2)));
    }

    private static List<CheckReport> run(ModelUnderTest model, int seeds) {
        try (Laboratory laboratory = new Laboratory(model)) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            return LongStream.rangeClosed(1, seeds)
                    .boxed()
                    .flatMap(seed -> runner.run(DefaultChecks.suite(), seed).stream())
                    .toList();
        }
    }

    private static List<String> accusations(List<CheckReport> reports) {
        return reports.stream()
                .filter(report -> report.outcome() instanceof Outcome.Violated)
                .map(report -> FailureText.of(report, "seeds " + report.seeds()))
                .toList();
    }

    private static List<String> labels(List<CheckReport> reports) {
        return reports.stream()
                .map(report -> report.checkId() + " " + report.outcome().label())
                .toList();
    }
}
