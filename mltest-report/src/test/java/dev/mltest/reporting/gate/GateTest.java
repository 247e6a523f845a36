package dev.mltest.reporting.gate;

import static dev.mltest.reporting.Runs.on;
import static dev.mltest.reporting.Runs.results;
import static dev.mltest.testing.WrittenReports.held;
import static dev.mltest.testing.WrittenReports.notApplicable;
import static dev.mltest.testing.WrittenReports.violated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.mltest.baseline.Baseline;
import dev.mltest.check.CheckReport;
import dev.mltest.model.ConfigurationException;
import dev.mltest.reporting.history.PastRun;
import dev.mltest.reporting.results.Results;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class GateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Results RESULTS =
            results(held("m", "a"), violated("m", "old", 0.1), violated("m", "new"));
    private static final Optional<PastRun> MAIN =
            Optional.of(PastRun.of(on("main", 0), results(violated("m", "old"))));

    @Test
    void any_violation_fails() {
        Decision decision = gate(Policy.ANY, Baseline.empty()).decide(RESULTS);

        assertThat(decision.exitCode()).isEqualTo(1);
        assertThat(decision.deciding()).extracting(Weighed::check).containsExactly("old", "new");
        assertThat(decision.describe()).isEqualTo("fails by policy 'any': 2 of 2 violations");
    }

    @Test
    void only_new_violations_fail() {
        Decision decision = gate(Policy.NEW, Baseline.empty()).decide(RESULTS);

        assertThat(decision.exitCode()).isEqualTo(1);
        assertThat(decision.violations())
                .extracting(Weighed::check, Weighed::decides, Weighed::remark)
                .containsExactly(
                        tuple("new", true, ""),
                        tuple("old", false, "violated in the last run of the baseline branch too"));
        assertThat(decision.note()).isEmpty();
    }

    @Test
    void old_violations_alone_pass() {
        Decision decision =
                gate(Policy.NEW, Baseline.empty()).decide(results(violated("m", "old")));

        assertThat(decision.exitCode()).isZero();
        assertThat(decision.describe()).isEqualTo("passes by policy 'new' in spite of 1 violation");
    }

    @Test
    void without_a_run_to_compare_with_every_violation_is_new() {
        Decision decision = new Gate(Policy.NEW, Baseline.empty(), TODAY, Optional.empty())
                .decide(results(violated("m", "old")));

        assertThat(decision.exitCode()).isEqualTo(1);
        assertThat(decision.note()).contains("every violation counts as new");
    }

    @Test
    void under_never_violations_are_warnings() {
        Decision decision = gate(Policy.NEVER, Baseline.empty()).decide(RESULTS);

        assertThat(decision.exitCode()).isZero();
        assertThat(decision.violations()).hasSize(2);
        assertThat(decision.deciding()).isEmpty();
    }

    @Test
    void what_is_frozen_does_not_fail() {
        Decision decision = gate(Policy.ANY, frozen(TODAY, violated("m", "old")))
                .decide(results(violated("m", "old")));

        assertThat(decision.exitCode()).isZero();
        assertThat(decision.violations())
                .extracting(Weighed::frozen, Weighed::remark)
                .containsExactly(tuple(true, "frozen since 2026-11-21, until 2026-11-22: soon"));
    }

    @Test
    void what_is_frozen_no_longer_fails_and_is_never_old() {
        Baseline expired = frozen(TODAY.minusDays(5), violated("m", "old"));

        for (Policy policy : List.of(Policy.ANY, Policy.NEW)) {
            Decision decision = gate(policy, expired).decide(results(violated("m", "old")));
            assertThat(decision.exitCode()).isEqualTo(1);
            assertThat(decision.deciding().get(0).remark())
                    .isEqualTo("was frozen until 2026-11-17 (soon), which is over: repair it, or"
                            + " freeze it anew");
        }
    }

    @Test
    void a_run_that_could_judge_nothing_did_not_pass() {
        for (Policy policy : Policy.values()) {
            assertThat(gate(policy, Baseline.empty())
                            .decide(results(notApplicable("m", "a")))
                            .exitCode())
                    .isEqualTo(3);
            assertThat(gate(policy, Baseline.empty()).decide(results()).exitCode())
                    .isEqualTo(3);
        }
    }

    @Test
    void a_run_that_holds_passes() {
        Decision decision = gate(Policy.ANY, Baseline.empty())
                .decide(results(held("m", "a"), notApplicable("m", "b")));

        assertThat(decision.exitCode()).isZero();
        assertThat(decision.describe()).isEqualTo("everything that could be judged holds");
        assertThat(decision.held()).hasSize(1);
        assertThat(decision.notExamined()).hasSize(1);
    }

    @Test
    void a_check_that_several_seeds_violate_decides_once() {
        Decision decision = gate(Policy.ANY, Baseline.empty())
                .decide(results(held("m", "a"), violated("m", "a", 0.9), violated("m", "a", 0.2)));

        assertThat(decision.held()).isEmpty();
        assertThat(decision.deciding())
                .extracting(Weighed::report)
                .containsExactly(violated("m", "a", 0.2));
    }

    @Test
    void a_policy_has_one_of_three_names() {
        assertThat(Policy.parse("new")).isEqualTo(Policy.NEW);
        assertThatThrownBy(() -> Policy.parse("all"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: 'all' is no policy; write any or new or never");
    }

    private static Gate gate(Policy policy, Baseline baseline) {
        return new Gate(policy, baseline, TODAY, MAIN);
    }

    private static Baseline frozen(LocalDate since, CheckReport... reports) {
        return Baseline.empty().freeze(List.of(reports), "soon", since.plusDays(1), since);
    }
}
