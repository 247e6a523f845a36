package dev.mltest.junit;

import static dev.mltest.testing.WrittenReports.held;
import static dev.mltest.testing.WrittenReports.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.baseline.Baseline;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class KnownTests {

    private static final LocalDate DAY = LocalDate.of(2001, 1, 1);
    private static final Baseline FROZEN = Baseline.empty()
            .freeze(List.of(violated("cnn", "a")), "soon", LocalDate.of(2999, 12, 31), DAY);

    @Test
    void outside_an_mltest_what_is_frozen_is_known_and_nothing_thaws(@TempDir Path directory) {
        Path file = directory.resolve("mltest-baseline.json");
        FROZEN.write(file);

        try (Known known = Known.of(conditions(Map.of("mltest.baseline", file.toString())))) {
            assertThat(known.isFrozen(violated("cnn", "a"))).isTrue();
            assertThat(known.isFrozen(violated("cnn", "b"))).isFalse();
            known.saw(held("cnn", "a"));
        }

        assertThat(Baseline.read(file)).isEqualTo(FROZEN);
    }

    @Test
    void without_a_baseline_nothing_is_known() {
        try (Known known = Known.of(conditions(Map.of()))) {
            assertThat(known.isFrozen(violated("cnn", "a"))).isFalse();
            assertThat(known.remarks(List.of(violated("cnn", "a")))).isEmpty();
        }
    }

    private static Conditions conditions(Map<String, String> properties) {
        return Conditions.of(new Configuration(
                name -> Optional.ofNullable(properties.get(name)), name -> Optional.empty()));
    }
}
