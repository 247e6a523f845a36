package dev.mltest.relation;

import static dev.mltest.relation.Transformations.flip;
import static dev.mltest.relation.Transformations.group;
import static dev.mltest.relation.Transformations.nodePermutation;
import static dev.mltest.relation.Transformations.permutation;
import static dev.mltest.relation.Transformations.quarterTurn;
import static dev.mltest.relation.Transformations.shift;
import static dev.mltest.relation.Transformations.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.relation.Transformation.Drawn;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

class GroupsTest {

    private static final ArrayTensor IMAGES = counting(2, 1, 3, 3);

    @Test
    void a_flip_and_a_quarter_turn_make_all_eight_symmetries_of_a_square() {
        Set<ArrayTensor> seen = new HashSet<>();
        for (int seed = 0; seed < 500; seed++) {
            seen.add(group(flip(-1), quarterTurn())
                    .draw(new Random(seed))
                    .onOutput()
                    .apply(IMAGES));
        }

        assertThat(seen).hasSize(8);
    }

    @Test
    void a_word_is_simpler_than_a_longer_one() {
        Drawn word = drawnWith(group(flip(-1), quarterTurn()), 3);

        assertThat(word.simpler())
                .isNotEmpty()
                .allSatisfy(simpler -> assertThat(simpler.description().length())
                        .isLessThan(word.description().length()));
    }

    @Test
    void what_comes_second_acts_on_what_came_first() {
        Drawn both = shift(1, 1).then(flip(1)).draw(new Random(1));
        Drawn shifted = shift(1, 1).draw(new Random(1));
        ArrayTensor rows = counting(2, 4);

        assertThat(both.onOutput().apply(rows))
                .isEqualTo(flip(1).draw(new Random(1))
                        .onOutput()
                        .apply(shifted.onOutput().apply(rows)));
        assertThat(both.description()).isEqualTo(shifted.description() + ", then a flip of axis 1");
    }

    @Test
    void companions_are_drawn_alike() {
        Batch batch = twoInputs(counting(2, 5), counting(2, 5));
        Batch changed = permutation(1)
                .on("a")
                .with(permutation(1).on("b"))
                .draw(new SplittableRandom(5))
                .onInputs()
                .apply(batch);

        assertThat(changed.input("a")).isEqualTo(changed.input("b"));
        assertThat(changed.input("a")).isNotEqualTo(batch.input("a"));
    }

    @Test
    void an_input_is_chosen_by_name_and_keeps_its_place_and_mask() {
        Batch batch = new Batch(
                twoInputs(counting(2, 3), counting(2, 3)).inputs(),
                NamedTensors.none(),
                NamedTensors.of("b", counting(2, 3)));
        Batch changed = flip(1).on("b").draw(new Random(1)).onInputs().apply(batch);

        assertThat(changed.inputs().names()).containsExactly("a", "b");
        assertThat(changed.input("a")).isEqualTo(batch.input("a"));
        assertThat(changed.input("b").toDoubles()).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(changed.masks().get("b")).isEqualTo(changed.input("b"));
    }

    @Test
    void a_mask_over_the_members_of_a_set_moves_with_them() {
        Batch set = new Batch(
                NamedTensors.of("set", counting(1, 3, 2)),
                NamedTensors.none(),
                NamedTensors.of("set", counting(1, 3)));
        Batch changed = flip(1).draw(new Random(1)).onInputs().apply(set);

        assertThat(changed.masks().get("set").toArray().toDoubles()).containsExactly(3, 2, 1);
        assertThat(flip(2).draw(new Random(1)).onInputs().apply(set).masks())
                .isEqualTo(set.masks());
    }

    @Test
    void nodes_move_in_features_and_adjacency_at_once() {
        Batch graph = new Batch(
                NamedTensors.of("x", ArrayTensor.ofDoubles(Shape.of(1, 3, 1), 0, 1, 2))
                        .with(
                                "edges",
                                ArrayTensor.ofDoubles(
                                        Shape.of(1, 3, 3), 0, 1, 2, 10, 11, 12, 20, 21, 22)),
                NamedTensors.none());
        Batch changed =
                nodePermutation("x", "edges").draw(new Random(2)).onInputs().apply(graph);
        double[] nodes = changed.input("x").toDoubles();
        double[] edges = changed.input("edges").toDoubles();

        assertThat(nodes).containsExactlyInAnyOrder(0, 1, 2).isNotEqualTo(new double[] {0, 1, 2});
        for (int i = 0; i < 9; i++) {
            assertThat(edges[i]).isEqualTo(10 * nodes[i / 3] + nodes[i % 3]);
        }
    }

    @Test
    void a_permutation_is_simplified_to_an_exchange_of_neighbours() {
        Drawn first = permutation(1).draw(new Random(1)).simpler().get(0);

        assertThat(first.description()).isEqualTo("exchange of places 0 and 1 of axis 1");
        assertThat(first.onOutput().apply(counting(1, 4)).toDoubles()).containsExactly(2, 1, 3, 4);
    }

    @Test
    void tokens_of_the_set_stand_for_each_other_and_others_stay() {
        ArrayTensor ids = ArrayTensor.ofLongs(Shape.of(1, 6), 3, 4, 5, 3, 9, 5);
        Drawn drawn = substitution(3, 5).draw(new Random(4));
        long[] changed = drawn.onInputs()
                .apply(new Batch(NamedTensors.of("ids", ids), NamedTensors.none()))
                .input("ids")
                .toLongs();

        assertThat(changed[1]).isEqualTo(4);
        assertThat(changed[4]).isEqualTo(9);
        assertThat(changed).containsOnly(3, 4, 5, 9);
        assertThat(drawn.simpler().get(0).description()).isEqualTo("token 3 becomes 5");
        assertThat(drawn.onOutput().apply(ids)).isEqualTo(ids);
    }

    @Test
    void a_bad_declaration_says_what_to_write() {
        refuses(
                () -> group(),
                "a group needs a generator; write group(flip(-1), quarterTurn()), for example");
        refuses(
                () -> substitution(3, 3),
                "substitution([3]) needs two token ids that can stand for each other; write substitution(17, 23)");
        refuses(
                () -> Transformations.scaling(1),
                "scaling(1) needs a factor above 1; write scaling(4)");
        refuses(
                () -> flip(1).on(),
                "on() names no input; write on(\"tokens\"), for example, or leave it out for the first input");
        refuses(
                () -> flip(1).on("c")
                        .draw(new Random(1))
                        .onInputs()
                        .apply(twoInputs(counting(1, 2), counting(1, 2))),
                "on(\"c\") names none of the inputs [a, b]; write on(\"a\"), for example");
        ArrayTensor ids = ArrayTensor.ofLongs(Shape.of(1, 2), 1, 2);
        refuses(
                () -> Transformations.scaling(4).draw(new Random(1)).onOutput().apply(ids),
                "a scaling needs floating-point values, but got INT64 [1x2]; write .on(\"name\") for another input, or substitution(17, 23) for token ids");
        refuses(
                () -> Relation.changingAtMost(-1, flip(1)),
                "changingAtMost(-1.0, ...) needs a factor of 0 or more; write changingAtMost(1, ...) for a contraction");
    }

    private static void refuses(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: " + message);
    }

    private static Drawn drawnWith(Transformation group, int letters) {
        for (int seed = 0; ; seed++) {
            Drawn drawn = group.draw(new Random(seed));
            if (drawn.description().split(", then ").length == letters) {
                return drawn;
            }
        }
    }

    private static Batch twoInputs(ArrayTensor a, ArrayTensor b) {
        return new Batch(NamedTensors.of("a", a).with("b", b), NamedTensors.none());
    }

    private static ArrayTensor counting(long... sizes) {
        Shape shape = Shape.of(sizes);
        return ArrayTensor.ofDoubles(
                shape,
                DoubleStream.iterate(1, x -> x + 1).limit(shape.elements()).toArray());
    }
}
