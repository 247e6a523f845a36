package dev.mltest.corpus.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.report.FailureText;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** The smallest of the ready-made networks; the others are left to {@link ZooPass}. */
class ZooTest {

    @ParameterizedTest
    @ValueSource(strings = {"DJL Mlp", "DJL LeNet", "DL4J LeNet"})
    void a_ready_made_network_is_accused_of_nothing(String name) {
        try (Laboratory laboratory = new Laboratory(network(name).model())) {
            List<CheckReport> reports =
                    new CheckRunner(laboratory, Budget.unlimited()).run(DefaultChecks.suite(), 1);

            assertThat(reports).anyMatch(report -> report.outcome() instanceof Outcome.Held);
            assertThat(reports)
                    .filteredOn(report -> report.outcome() instanceof Outcome.Violated)
                    .extracting(report -> FailureText.of(report, "this test"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DJL Mlp", "DL4J LeNet"})
    void a_bare_step_can_be_timed(String name) {
        assertThat(ZooPass.secondsOfAStep(network(name))).isPositive();
    }

    private static ZooNetwork network(String name) {
        return ZooPass.networks().stream()
                .filter(candidate -> candidate.model().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
