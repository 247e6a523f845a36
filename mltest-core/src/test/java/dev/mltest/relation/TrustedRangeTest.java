package dev.mltest.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedRangeTest {

    @ParameterizedTest
    @CsvSource({
        "FLOAT32, 0, true",
        "FLOAT32, 1, true",
        "FLOAT32, 1e18, true",
        "FLOAT32, 1e30, false",
        "FLOAT32, 1e-18, true",
        "FLOAT32, 1e-40, false",
        "FLOAT32, Infinity, false",
        "FLOAT64, 1e30, true",
        "FLOAT16, 1e4, false",
        "INT64, 1e30, true"
    })
    void squares_of_its_numbers_are_ordinary_numbers(
            ElementType type, double value, boolean holds) {
        ArrayTensor values = ArrayTensor.of(type, Shape.of(1, 3), value, -value, 0);

        assertThat(TrustedRange.holds(values)).isEqualTo(holds);
    }
}
