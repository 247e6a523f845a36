package dev.mltest.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.FailureText;
import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

class DefaultSuiteTest {

    static Stream<ModelUnderTest> correct_models() {
        return Stream.of(
                ReferenceModel.classifier().build(), ReferenceModel.regressor().build());
    }

    @ParameterizedTest
    @MethodSource("correct_models")
    void accuses_no_correct_model_under_any_of_twenty_seeds(ModelUnderTest model) {
        try (Laboratory laboratory = new Laboratory(model)) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            List<String> accusations = LongStream.range(0, 20)
                    .boxed()
                    .flatMap(seed -> runner.run(DefaultChecks.suite(), seed).stream())
                    .filter(report -> report.outcome() instanceof Outcome.Violated)
                    .map(report -> FailureText.of(report, "seed " + report.seeds()))
                    .toList();

            assertThat(accusations).isEmpty();
        }
    }
}
