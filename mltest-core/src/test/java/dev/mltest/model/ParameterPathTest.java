package dev.mltest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterPathTest {

    @Test
    void has_a_layer_and_a_name() {
        ParameterPath path = ParameterPath.of("encoder/block2/weight");

        assertThat(path.layer()).isEqualTo("encoder/block2");
        assertThat(path.name()).isEqualTo("weight");
        assertThat(ParameterPath.of("weight").layer()).isEmpty();
        assertThat(path).hasToString("encoder/block2/weight");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/weight", "weight/", "a//b", "a b/c", "a/\tb"})
    void is_made_of_segments_without_white_space(String text) {
        assertThatThrownBy(() -> ParameterPath.of(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: '%s' is no parameter path;"
                                + " write segments joined by single slashes",
                        text);
    }

    @ParameterizedTest
    @CsvSource({
        "encoder/**,            true",
        "**,                    true",
        "encoder/*/weight,      true",
        "**/weight,             true",
        "encoder/block?/weight, true",
        "encoder/block2/weight, true",
        "encoder/*,             false",
        "encoder,               false",
        "*/weight,              false",
        "weight,                false",
        "decoder/**,            false",
        "Encoder/**,            false"
    })
    void is_matched_by_globs(String glob, boolean matches) {
        assertThat(ParameterPath.of("encoder/block2/weight").matches(glob)).isEqualTo(matches);
    }

    @Test
    void nothing_but_stars_and_question_marks_is_special_in_a_glob() {
        assertThat(ParameterPath.of("block[0]/weight").matches("block[0]/*")).isTrue();
        assertThat(ParameterPath.of("a/b").matches("a/[b")).isFalse();
        assertThat(ParameterPath.of("a/b").matches("a/.")).isFalse();
    }

    @Test
    void is_ordered_by_text() {
        assertThat(ParameterPath.of("a/b")).isLessThan(ParameterPath.of("a/c"));
    }

    @Test
    void describes_a_parameter_together_with_its_shape() {
        Parameter parameter = new Parameter(
                ParameterPath.of("head/weight"),
                Parameter.Role.TRAINABLE,
                Shape.of(3, 64),
                ElementType.FLOAT32);

        assertThat(parameter.describe()).isEqualTo("head/weight [3x64]");
    }
}
