package dev.mltest.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0,            0",
        "-0.0,         0",
        "12,           12",
        "-3,           -3",
        "9999,         9999",
        "0.69314718,   0.6931",
        "-0.69314718,  -0.6931",
        "123.456,      123.5",
        "0.99999,      1.000",
        "9.99999,      10.00",
        "0.001234567,  0.001235",
        "0.0009999,    9.999e-04",
        "1.0e-12,      1.000e-12",
        "1.0e10,       1.000e+10",
        "4.9E-324,     4.900e-324",
        "NaN,          NaN",
        "Infinity,     Infinity",
        "-Infinity,    -Infinity"
    })
    void are_written_with_four_significant_digits(double value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    @Test
    void do_not_depend_on_the_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Numbers.text(0.1)).isEqualTo("0.1000");
            assertThat(Numbers.text(1.5e-9)).isEqualTo("1.500e-09");
        } finally {
            Locale.setDefault(before);
        }
    }
}
