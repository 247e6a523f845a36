package dev.mltest.reporting;

import static dev.mltest.testing.WrittenReports.held;
import static dev.mltest.testing.WrittenReports.notApplicable;
import static dev.mltest.testing.WrittenReports.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.CheckReport;
import dev.mltest.report.Reported;
import dev.mltest.reporting.results.Strictest;

import org.junit.jupiter.api.Test;

import java.util.List;

class StrictestTest {

    @Test
    void one_violation_counts_more_than_all_that_holds() {
        assertThat(strictest(held("m", "a"), violated("m", "a"), notApplicable("m", "a")))
                .containsExactly(violated("m", "a"));
    }

    @Test
    void what_holds_counts_more_than_what_was_not_examined() {
        assertThat(strictest(notApplicable("m", "a"), held("m", "a")))
                .containsExactly(held("m", "a"));
    }

    @Test
    void of_violations_the_worst_counts() {
        assertThat(strictest(violated("m", "a", 0.9), violated("m", "a", 0.1)))
                .containsExactly(violated("m", "a", 0.1));
    }

    @Test
    void of_what_holds_the_closest_to_its_bound_counts() {
        assertThat(strictest(held("m", "a", 3), held("m", "a", 1.5), held("m", "a", 2)))
                .containsExactly(held("m", "a", 1.5));
    }

    @Test
    void models_and_checks_are_kept_apart() {
        assertThat(strictest(held("m", "a"), held("n", "a"), held("m", "b"))).hasSize(3);
    }

    @Test
    void violations_are_sorted_the_worst_first() {
        assertThat(Strictest.violations(Runs.results(
                        violated("m", "a", 0.9), violated("n", "a", 0.1), held("m", "b"))))
                .extracting(Reported::report)
                .containsExactly(violated("n", "a", 0.1), violated("m", "a", 0.9));
    }

    private static List<CheckReport> strictest(CheckReport... reports) {
        return Strictest.of(Runs.results(reports)).stream()
                .map(Reported::report)
                .toList();
    }
}
