package dev.mltest.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.Durations;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

class SettingTests {

    @Test
    void a_system_property_beats_a_configuration_parameter() {
        Configuration configuration =
                configuration(Map.of("mltest.seed", "1"), Map.of("mltest.seed", "2"));

        assertThat(configuration.get(Setting.SEED)).contains(1L);
    }

    @Test
    void a_configuration_parameter_stands_alone() {
        Configuration configuration =
                configuration(Map.of(), Map.of("mltest.device", "gpu:1", "mltest.budget", "5m"));

        assertThat(configuration.get(Setting.DEVICE)).contains(Device.gpu(1));
        assertThat(configuration.get(Setting.BUDGET)).contains(Duration.ofMinutes(5));
        assertThat(configuration.get(Setting.SEED)).isEmpty();
        assertThat(configuration.isTrue(Setting.TABLE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "500ms, 500",
        "30s, 30000",
        "30 S, 30000",
        "2m, 120000",
        "1h, 3600000",
        "PT1M30S, 90000",
        "pt0.5s, 500"
    })
    void durations_are_read_as_people_write_them(String text, long millis) {
        assertThat(Durations.positive(text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"0s", "-5s", "PT-5S", "soon", "30", "99999999999s", "PT0S"})
    void other_durations_are_not(String text) {
        assertThat(Durations.positive(text)).isEmpty();
    }

    @Test
    void the_refusal_of_a_system_property_says_what_to_write() {
        Configuration configuration = configuration(Map.of("mltest.seed", "x1"), Map.of());

        assertThatThrownBy(() -> configuration.get(Setting.SEED))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: -Dmltest.seed is 'x1', but needs a whole number of 0 or more;"
                                + " write mltest.seed=42, for example");
    }

    @ParameterizedTest
    @CsvSource({
        "mltest.device, tpu",
        "mltest.device.required, yes",
        "mltest.budget, none",
        "mltest.table, 1",
        "mltest.false-alarm-rate, 0",
        "mltest.false-alarm-rate, 1",
        "mltest.false-alarm-rate, seldom",
        "mltest.false-alarm-rate, NaN",
        "mltest.diagnosis, perhaps",
        "mltest.seeds, 0",
        "mltest.seed, -1",
        "mltest.case, first",
        "mltest.shard, 4/3",
        "mltest.shard, 0/3",
        "mltest.shard, 2",
        "mltest.shard, 1/0",
        "mltest.shard, -1/3",
        "mltest.shard, 1/99999",
        "mltest.fail-on, new"
    })
    void every_setting_refuses_what_it_does_not_know(String name, String value) {
        Configuration configuration = configuration(Map.of(), Map.of(name, value));

        assertThatThrownBy(() -> readAll(configuration))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "configuration: configuration parameter " + name + " is '" + value + "'");
    }

    @Test
    void an_empty_directory_is_refused() {
        Configuration configuration = configuration(Map.of(), Map.of("mltest.evidence", ""));

        assertThatThrownBy(() -> readAll(configuration))
                .hasMessage(
                        "configuration: configuration parameter mltest.evidence is '', but needs a"
                                + " directory; write mltest.evidence=target/mltest-evidence, for example");
    }

    private static void readAll(Configuration configuration) {
        configuration.get(Setting.SEED);
        configuration.get(Setting.SEEDS);
        configuration.get(Setting.CASE);
        configuration.get(Setting.SHARD);
        configuration.get(Setting.VIOLATIONS_FAIL);
        configuration.get(Setting.DEVICE);
        configuration.get(Setting.DEVICE_REQUIRED);
        configuration.get(Setting.BUDGET);
        configuration.get(Setting.EVIDENCE);
        configuration.get(Setting.BASELINE);
        configuration.get(Setting.TABLE);
        configuration.get(Setting.FALSE_ALARM_RATE);
        configuration.get(Setting.DIAGNOSIS);
    }

    private static Configuration configuration(
            Map<String, String> properties, Map<String, String> parameters) {
        return new Configuration(
                name -> Optional.ofNullable(properties.get(name)),
                name -> Optional.ofNullable(parameters.get(name)));
    }
}
