package dev.mltest.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

class TransformationsTest {

    private static final ArrayTensor ROWS = ArrayTensor.ofDoubles(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
    private static final ArrayTensor IMAGE =
            ArrayTensor.ofDoubles(Shape.of(1, 1, 2, 2), 1, 2, 3, 4);

    @Test
    void a_flip_reverses_an_axis() {
        assertThat(changed(Transformations.flip(-1), ROWS).toDoubles())
                .containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(changed(Transformations.flip(2), IMAGE).toDoubles()).containsExactly(3, 4, 1, 2);
        assertThat(changed(Transformations.flip(3), IMAGE).toDoubles()).containsExactly(2, 1, 4, 3);
    }

    @Test
    void a_quarter_turn_goes_counter_clockwise() {
        assertThat(changed(Transformations.quarterTurn(), IMAGE).toDoubles())
                .containsExactly(2, 4, 1, 3);
    }

    @Test
    void four_quarter_turns_change_nothing() {
        ArrayTensor images = ArrayTensor.ofDoubles(
                Shape.of(2, 3, 4, 4),
                DoubleStream.iterate(0, x -> x + 1).limit(96).toArray());
        ArrayTensor turned = images;
        for (int i = 0; i < 4; i++) {
            turned = changed(Transformations.quarterTurn(), turned);
        }

        assertThat(turned).isEqualTo(images);
    }

    @Test
    void a_shift_is_cyclic_and_says_by_how_much() {
        Transformation.Drawn drawn = Transformations.shift(1, 1).draw(new SplittableRandom(1));
        double[] expected = drawn.description().equals("cyclic shift of axis 1 by 1")
                ? new double[] {3, 1, 2, 6, 4, 5}
                : new double[] {2, 3, 1, 5, 6, 4};

        assertThat(drawn.onOutput().apply(ROWS).toDoubles()).containsExactly(expected);
    }

    @Test
    void shifts_are_never_by_nothing_nor_by_more_than_stated() {
        assertThat(IntStream.range(0, 200)
                        .mapToObj(seed -> Transformations.shift(1, 2)
                                .draw(new SplittableRandom(seed))
                                .description())
                        .distinct())
                .containsExactlyInAnyOrder(
                        "cyclic shift of axis 1 by 1",
                        "cyclic shift of axis 1 by 2",
                        "cyclic shift of axis 1 by -1",
                        "cyclic shift of axis 1 by -2");
    }

    @Test
    void a_permutation_moves_all_rows_alike() {
        ArrayTensor permuted = changed(Transformations.permutation(1), ROWS);

        double[] first = permuted.rows(0).toDoubles();
        double[] second = permuted.rows(1).toDoubles();
        assertThat(first).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(Arrays.stream(first).map(value -> value + 3).toArray()).containsExactly(second);
    }

    @Test
    void a_permutation_is_the_same_for_inputs_and_outputs_of_equal_length() {
        Transformation.Drawn drawn = Transformations.permutation(1).draw(new SplittableRandom(3));

        assertThat(drawn.onInputs().apply(batch(ROWS)).input("x"))
                .isEqualTo(drawn.onOutput().apply(ROWS));
    }

    @Test
    void padding_lengthens_axis_1_and_the_mask() {
        Batch padded = Transformations.padding(2)
                .draw(new SplittableRandom(1))
                .onInputs()
                .apply(batch(ROWS));

        assertThat(padded.input("x"))
                .isEqualTo(ArrayTensor.ofDoubles(Shape.of(2, 5), 1, 2, 3, 0, 0, 4, 5, 6, 0, 0));
        assertThat(padded.masks().get("x").toArray().toLongs())
                .containsExactly(1, 1, 0, 0, 0, 1, 1, 1, 0, 0);
    }

    @Test
    void a_move_takes_along_the_mask_of_every_element() {
        ArrayTensor mask = ArrayTensor.ofDoubles(Shape.of(2, 3), 1, 1, 0, 1, 0, 0);
        Batch batch = new Batch(
                NamedTensors.of("tokens", ROWS),
                NamedTensors.none(),
                NamedTensors.of("tokens", mask));

        assertThat(masks(Transformations.flip(1), batch)).containsExactly(0, 1, 1, 0, 0, 1);
        assertThat(masks(Transformations.of("ten more", x -> x.map(v -> v + 10)), batch))
                .containsExactly(1, 1, 0, 1, 0, 0);
    }

    private static double[] masks(Transformation transformation, Batch batch) {
        return transformation
                .draw(new SplittableRandom(1))
                .onInputs()
                .apply(batch)
                .masks()
                .get("tokens")
                .toArray()
                .toDoubles();
    }

    @Test
    void only_the_first_input_changes() {
        Batch two = batch(ROWS).withInputs(NamedTensors.of("x", ROWS).with("y", ROWS));

        Batch flipped =
                Transformations.flip(1).draw(new SplittableRandom(1)).onInputs().apply(two);

        assertThat(flipped.input("x")).isNotEqualTo(ROWS);
        assertThat(flipped.input("y")).isEqualTo(ROWS);
        assertThat(flipped.targets()).isEqualTo(two.targets());
    }

    @Test
    void any_other_change_can_be_stated() {
        Transformation doubled =
                Transformations.of("a doubling", tensor -> tensor.map(value -> 2 * value));

        assertThat(doubled.describe()).isEqualTo("a doubling");
        assertThat(changed(doubled, ROWS).toDoubles()).containsExactly(2, 4, 6, 8, 10, 12);
    }

    @Test
    void a_relation_reads_as_an_adjective() {
        assertThat(Relation.invariantUnder(Transformations.flip(3)).describe())
                .isEqualTo("invariant under a flip of axis 3");
        assertThat(Relation.equivariantUnder(Transformations.shift(2, 4)).describe())
                .isEqualTo("equivariant under a cyclic shift of axis 2 by up to 4");
        assertThat(Relation.invariantUnder(Transformations.padding(2)).describe())
                .isEqualTo("invariant under 2 positions of padding");
        assertThat(Relation.invariantUnder(Transformations.quarterTurn()).describe())
                .isEqualTo("invariant under a quarter turn");
    }

    private static ArrayTensor changed(Transformation transformation, ArrayTensor tensor) {
        return transformation.draw(new SplittableRandom(1)).onOutput().apply(tensor);
    }

    private static Batch batch(ArrayTensor input) {
        ArrayTensor mask = ArrayTensor.ofLongs(Shape.of(2, 3), 1, 1, 0, 1, 1, 1);
        return new Batch(
                NamedTensors.of("x", input),
                NamedTensors.of("y", input.rows(0, 1)),
                NamedTensors.of("x", mask));
    }
}
