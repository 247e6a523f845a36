package dev.mltest.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

import org.junit.jupiter.api.Test;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

class UnitTallyTest {

    @Test
    void a_unit_that_never_changes_is_stuck() {
        UnitTally tally = seen(1, Shape.of(4, 3), i -> i % 3 == 1 ? 0 : i + 1);

        assertThat(tally.stuck().stream()).containsExactly(1);
        assertThat(tally.atLeast(tally.stuck())).isEqualTo(1);
        assertThat(tally.isNoUnits()).isFalse();
    }

    @Test
    void a_unit_that_changes_after_the_steps_only_is_not_stuck() {
        UnitTally tally = new UnitTally(1, 1);
        tally.add(tensor(Shape.of(4, 1), i -> 0), false);
        tally.add(tensor(Shape.of(4, 1), i -> i), true);

        assertThat(tally.stuck().isEmpty()).isTrue();
    }

    @Test
    void a_unit_that_moves_as_a_whole_from_one_number_to_another_is_stuck() {
        UnitTally tally = new UnitTally(1, 1);
        tally.add(tensor(Shape.of(4, 1), i -> 0), false);
        tally.add(tensor(Shape.of(4, 1), i -> 1), true);

        assertThat(tally.stuck().cardinality()).isEqualTo(1);
    }

    @Test
    void a_channel_is_stuck_if_all_its_positions_are() {
        UnitTally tally = seen(1, Shape.of(2, 2, 3, 3), i -> i / 9 % 2 == 0 ? 0.5 : i);

        assertThat(tally.stuck().stream()).containsExactly(0);
    }

    @Test
    void the_end_of_a_padded_sequence_is_no_unit() {
        UnitTally tally = seen(1, Shape.of(4, 6, 2), i -> i / 2 % 6 >= 2 ? 0 : i);

        assertThat(tally.stuck().cardinality()).isEqualTo(4);
        assertThat(tally.isNoUnits()).isTrue();
    }

    @Test
    void the_largest_two_of_many_are_a_choice() {
        UnitTally tally = seen(1, Shape.of(4, 8), i -> (i % 8 + i / 8) % 8 < 2 ? i + 1 : 0);

        assertThat(tally.isNoUnits()).isTrue();
    }

    @Test
    void a_step_function_takes_few_values() {
        assertThat(seen(1, Shape.of(4, 3), i -> i % 3 == 0 ? i / 3 % 2 : 1).isNoUnits())
                .isTrue();
    }

    @Test
    void nan_is_nothing_that_stays() {
        assertThat(seen(1, Shape.of(4, 1), i -> Double.NaN).stuck().isEmpty()).isTrue();
        assertThat(seen(1, Shape.of(4, 1), i -> i == 2 ? Double.NaN : 1).stuck().isEmpty())
                .isTrue();
    }

    private static UnitTally seen(int axis, Shape shape, IntToDoubleFunction values) {
        UnitTally tally = new UnitTally(axis, (int) shape.size(axis));
        tally.add(tensor(shape, values), false);
        tally.add(tensor(shape, values), true);
        return tally;
    }

    private static ArrayTensor tensor(Shape shape, IntToDoubleFunction values) {
        return ArrayTensor.of(
                ElementType.FLOAT64,
                shape,
                IntStream.range(0, (int) shape.elements()).mapToDouble(values).toArray());
    }
}
