package dev.mltest.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.FailureText;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** No check accuses a healthy model, whatever the seed and whoever else is at work. */
class HealthyModelsTest {

    private static final int SEEDS = Integer.getInteger("sample.seeds", 8);

    /** DL4J takes longer for a step. {@code -Dsample.dl4j.seeds=8} runs as many as for DJL. */
    private static final int DL4J_SEEDS = Integer.getInteger("sample.dl4j.seeds", 3);

    static Stream<Arguments> healthy_models() {
        return Stream.of(
                arguments(new ShapeClassifierTest().model(), SEEDS),
                arguments(new LanguageIdentifierTest().model(), SEEDS),
                arguments(new AreaEstimatorTest().model(), SEEDS),
                arguments(new Dl4jShapeClassifierTest().model(), DL4J_SEEDS),
                arguments(new Dl4jLanguageIdentifierTest().model(), DL4J_SEEDS),
                arguments(new Dl4jAreaEstimatorTest().model(), DL4J_SEEDS));
    }

    static Stream<Arguments> pairs_of_models() {
        return Stream.of(
                arguments(new ShapeClassifierTest().model(), new LanguageIdentifierTest().model()),
                arguments(
                        new LanguageIdentifierTest().model(),
                        new Dl4jLanguageIdentifierTest().model()));
    }

    @ParameterizedTest
    @MethodSource("healthy_models")
    void no_check_accuses_them_under_any_seed(ModelUnderTest model, int seeds) {
        List<CheckReport> reports = run(model, seeds);

        assertThat(accusations(reports)).isEmpty();
        assertThat(reports)
                .filteredOn(report -> report.outcome() instanceof Outcome.Held)
                .hasSizeGreaterThanOrEqualTo(9 * seeds);
    }

    @ParameterizedTest
    @MethodSource("pairs_of_models")
    void two_suites_in_two_threads_do_not_disturb_each_other(
            ModelUnderTest one, ModelUnderTest other) {
        CompletableFuture<List<CheckReport>> first =
                CompletableFuture.supplyAsync(() -> run(one, 2));
        CompletableFuture<List<CheckReport>> second =
                CompletableFuture.supplyAsync(() -> run(other, 2));

        assertThat(labels(first.join())).isEqualTo(labels(run(one, 2)));
        assertThat(labels(second.join())).isEqualTo(labels(run(other, 2)));
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
