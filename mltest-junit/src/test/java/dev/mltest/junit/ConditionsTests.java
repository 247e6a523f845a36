package dev.mltest.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.model.Device;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

class ConditionsTests {

    @Test
    void nothing_stated_is_one_seed_on_the_processor_without_limit() {
        assertThat(conditions("silent", Map.of(), Map.of()))
                .isEqualTo(new Conditions(
                        42,
                        1,
                        Device.cpu(),
                        false,
                        Budget.unlimited(),
                        Optional.empty(),
                        true,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        ""));
    }

    @Test
    void what_is_configured_fills_in_for_a_silent_annotation() {
        Map<String, String> parameters = Map.of(
                "mltest.seed", "3",
                "mltest.seeds", "4",
                "mltest.device", "gpu:1",
                "mltest.device.required", "true",
                "mltest.budget", "9s",
                "mltest.false-alarm-rate", "1e-4",
                "mltest.fail-on", "never",
                "mltest.diagnosis", "false",
                "mltest.baseline", "known.json");

        assertThat(conditions("silent", Map.of(), parameters))
                .isEqualTo(new Conditions(
                        3,
                        4,
                        Device.gpu(1),
                        true,
                        Budget.of(Duration.ofSeconds(9)),
                        Optional.of(1e-4),
                        false,
                        false,
                        Optional.of(Path.of("known.json")),
                        Optional.empty(),
                        ""));
    }

    @Test
    void what_the_annotation_states_beats_what_is_configured() {
        Map<String, String> both =
                Map.of("mltest.seeds", "4", "mltest.device", "gpu:1", "mltest.budget", "9s");

        assertThat(conditions("stated", both, both))
                .isEqualTo(new Conditions(
                        7,
                        2,
                        Device.gpu(0),
                        false,
                        Budget.of(Duration.ofMinutes(1)),
                        Optional.empty(),
                        true,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        ""));
    }

    @Test
    void a_seed_on_the_command_line_beats_the_annotation_and_stands_alone() {
        Conditions conditions = conditions("stated", Map.of("mltest.seed", "99"), Map.of());

        assertThat(conditions.allSeeds()).containsExactly(99L);
    }

    @Test
    void several_seeds_on_the_command_line_start_at_the_first() {
        Conditions conditions =
                conditions("stated", Map.of("mltest.seed", "99", "mltest.seeds", "3"), Map.of());

        assertThat(conditions.allSeeds()).containsExactly(99L, 100L, 101L);
    }

    @Test
    void a_device_from_the_command_line_is_part_of_what_reproduces() {
        assertThat(conditions("silent", Map.of("mltest.device", "gpu"), Map.of())
                        .replay())
                .isEqualTo(" -Dmltest.device=gpu:0");
    }

    @Test
    void a_false_alarm_rate_from_the_command_line_is_part_of_what_reproduces() {
        assertThat(conditions("stated", Map.of("mltest.false-alarm-rate", "0.01"), Map.of())
                        .replay())
                .isEqualTo(" -Dmltest.false-alarm-rate=0.01");
    }

    private static Conditions conditions(
            String method, Map<String, String> properties, Map<String, String> parameters) {
        return Conditions.of(
                new Configuration(
                        name -> Optional.ofNullable(properties.get(name)),
                        name -> Optional.ofNullable(parameters.get(name))),
                new Attributes(annotationOf(method), "Fixture." + method));
    }

    private static MLTest annotationOf(String method) {
        try {
            return Fixture.class.getDeclaredMethod(method).getAnnotation(MLTest.class);
        } catch (NoSuchMethodException unknown) {
            throw new IllegalArgumentException(unknown);
        }
    }

    private static final class Fixture {

        @MLTest
        void silent() {}

        @MLTest(seeds = 2, seed = 7, device = "gpu", budget = "1m")
        void stated() {}
    }
}
