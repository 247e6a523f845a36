package dev.mltest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NamedTensorsTest {

    private static final ArrayTensor A = ArrayTensor.ofLongs(Shape.of(1), 1);
    private static final ArrayTensor B = ArrayTensor.ofLongs(Shape.of(1), 2);

    private final NamedTensors both = NamedTensors.of("a", A).with("b", B);

    @Test
    void keep_the_order_in_which_they_came() {
        assertThat(both.names()).containsExactly("a", "b");
        assertThat(both.first()).isEqualTo(A);
        assertThat(both.with("a", B).names()).containsExactly("a", "b");
    }

    @Test
    void are_equal_only_in_the_same_order() {
        assertThat(both)
                .isEqualTo(NamedTensors.copyOf(both.asMap()))
                .isNotEqualTo(NamedTensors.of("b", B).with("a", A));
    }

    @Test
    void one_that_is_not_there_is_named_beside_those_that_are() {
        assertThatThrownBy(() -> both.get("c"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: there is no tensor named 'c'; there is [a, b]");
    }

    @Test
    void the_first_of_none_is_not_looked_for_by_an_empty_name() {
        assertThatThrownBy(() -> NamedTensors.none().first())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("''");
    }
}
