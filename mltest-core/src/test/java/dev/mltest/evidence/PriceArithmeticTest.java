package dev.mltest.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriceArithmeticTest {

    private static final Price PRICE = new Price(5, 3, 2, 1);

    @Test
    void a_gradient_is_a_forward_and_a_backward_pass_and_a_step_an_update_besides() {
        assertThat(Price.forwards(2)).isEqualTo(new Price(2, 0, 0, 0));
        assertThat(Price.gradients(2)).isEqualTo(new Price(2, 2, 0, 0));
        assertThat(Price.steps(2)).isEqualTo(new Price(2, 2, 2, 1));
    }

    @Test
    void calls_add_up_while_copies_are_held_one_after_the_other() {
        assertThat(PRICE.plus(new Price(1, 1, 1, 4))).isEqualTo(new Price(6, 4, 3, 4));
        assertThat(PRICE.times(3)).isEqualTo(new Price(15, 9, 6, 1));
        assertThat(PRICE.plus(Price.steps(4)).minus(PRICE)).isEqualTo(Price.steps(4));
    }

    @Test
    void the_larger_is_larger_in_every_respect() {
        Price larger = Price.larger(PRICE, new Price(1, 9, 1, 9));

        assertThat(larger).isEqualTo(new Price(5, 9, 2, 9));
        assertThat(PRICE.isWithin(larger)).isTrue();
        assertThat(larger.isWithin(PRICE)).isFalse();
    }

    @Test
    void is_printed_in_one_line() {
        assertThat(PRICE).hasToString("5 F 3 B 2 S");
    }
}
