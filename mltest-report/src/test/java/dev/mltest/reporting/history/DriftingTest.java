package dev.mltest.reporting.history;

import static dev.mltest.testing.WrittenReports.held;
import static dev.mltest.testing.WrittenReports.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Bound;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Measurement;
import dev.mltest.reporting.history.Comparison.Drift;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class DriftingTest {

    @ParameterizedTest
    @CsvSource({"3, 2.79", "3, 3.21", "3, 1.1", "1.01, 1.02", "1.0101, 1.0120"})
    void a_tenth_of_the_distance_to_the_bound_is_a_drift(double before, double now) {
        assertThat(drift(before, now)).contains(new Drift("m", "a", "layer0", "size", before, now));
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "3, 2.81", "3, 3.19", "1.0010, 1.0015", "1.0000001, 1.0000009"})
    void less_is_none(double before, double now) {
        assertThat(drift(before, now)).isEmpty();
    }

    @Test
    void a_violation_may_get_worse() {
        assertThat(drift(violated("m", "a", 0.5), violated("m", "a", 0.4)))
                .contains(new Drift("m", "a", "layer0", "size", 0.5, 0.4));
    }

    @Test
    void a_violation_may_spread() {
        assertThat(drift(violated("m", "a", 0.5), violated("m", "a", 0.5, 0.8)))
                .contains(new Drift("m", "a", "layer1", "places in violation", 1, 2));
        assertThat(drift(violated("m", "a", 0.5, 0.8), violated("m", "a", 0.5))).isEmpty();
    }

    @Test
    void another_verdict_is_a_change_and_no_drift() {
        assertThat(drift(held("m", "a", 1.5), violated("m", "a", 0.5))).isEmpty();
    }

    @Test
    void other_seeds_start_elsewhere() {
        PastVerdict before = PastVerdict.of(held("m", "a", 3));
        PastVerdict other =
                new PastVerdict("m", "a", "held", List.of(43L), before.decisive(), List.of());
        PastVerdict now = PastVerdict.of(held("m", "a", 2));

        assertThat(Drifting.between(before, now)).isPresent();
        assertThat(Drifting.between(other, now)).isEmpty();
    }

    @Test
    void what_stops_being_a_number_has_drifted() {
        assertThat(between(Bound.finite("made up"), 1, Double.NaN)).isPresent();
        assertThat(between(Bound.finite("made up"), Double.NaN, Double.NaN)).isEmpty();
    }

    @Test
    void where_the_bound_is_far_away_nothing_drifts() {
        assertThat(between(Bound.finite("made up"), 1, 1e30)).isEmpty();
        assertThat(between(Bound.atMost(1e-4, "made up"), 1e-8, 9e-6)).isEmpty();
        assertThat(between(Bound.atMost(1e-4, "made up"), 1e-8, 2e-5)).isPresent();
    }

    @Test
    void the_nearer_of_two_limits_counts() {
        assertThat(between(Bound.between(0, 1, "made up"), 0.9, 0.92)).isPresent();
        assertThat(between(Bound.between(0, 1, "made up"), 0.5, 0.52)).isEmpty();
    }

    private static Optional<Drift> drift(double before, double now) {
        return drift(held("m", "a", before), held("m", "a", now));
    }

    private static Optional<Drift> drift(CheckReport before, CheckReport now) {
        return Drifting.between(PastVerdict.of(before), PastVerdict.of(now));
    }

    private static Optional<Drift> between(Bound bound, double before, double now) {
        return Drifting.between(measured(bound, before), measured(bound, now));
    }

    private static PastVerdict measured(Bound bound, double value) {
        return new PastVerdict(
                "m",
                "a",
                "held",
                List.of(42L),
                List.of(new Measurement("x", "y", value, bound)),
                List.of());
    }
}
