package dev.mltest.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.relation.Transformation.Drawn;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.function.UnaryOperator;

class ExpectationsTest {

    private static final ArrayTensor X = ArrayTensor.ofDoubles(Shape.of(2, 2), 1, 2, -3, 4);

    private final UnaryOperator<ArrayTensor> twice = x -> x.map(value -> 2 * value);
    private final UnaryOperator<ArrayTensor> plusOne = x -> x.map(value -> value + 1);
    private final UnaryOperator<ArrayTensor> square = x -> x.map(value -> value * value);

    @Test
    void invariance_compares_both_outputs() {
        Relation relation = Relation.invariantUnder(Transformations.flip(1));

        assertThat(errors(relation, x -> x)).containsExactly(1, 7);
        assertThat(errors(relation, x -> x.map(value -> 5))).containsExactly(0, 0);
    }

    @Test
    void equivariance_moves_the_output() {
        assertThat(errors(Relation.equivariantUnder(Transformations.flip(1)), twice))
                .containsExactly(0, 0);
    }

    @Test
    void outputs_may_follow_in_a_way_of_their_own() {
        Relation relation = Relation.equivariantUnder(
                Transformations.flip(1), Transformations.of("minus", x -> x.map(value -> -value)));

        assertThat(relation.describe())
                .isEqualTo("equivariant under a flip of axis 1, as minus of the outputs");
        assertThat(errors(relation, ExpectationsTest::difference)).containsExactly(0, 0);
    }

    @Test
    void rising_looks_at_falls_alone() {
        Transformation rise = Transformations.raising(1, 0, 1);

        assertThat(errors(Relation.risingUnder(rise), twice)).containsExactly(0, 0);
        assertThat(errors(Relation.fallingUnder(rise), twice)[0]).isPositive();
        assertThat(errors(Relation.risingUnder(rise), square)[0]).isZero();
        assertThat(errors(Relation.risingUnder(rise), square)[1]).isPositive();
    }

    @Test
    void a_bound_counts_what_is_beyond_it() {
        Transformation step = Transformations.step(0.5);

        assertThat(errors(Relation.changingAtMost(2.001, step), twice)).containsExactly(0, 0);
        assertThat(errors(Relation.changingAtMost(1, step), twice)[0]).isPositive();
    }

    @Test
    void a_linear_map_is_additive_and_homogeneous_and_an_offset_is_neither() {
        assertThat(errors(Relation.additive(), twice)).containsExactly(0, 0);
        assertThat(errors(Relation.additive(), plusOne)).containsExactly(1, 1);
        assertThat(errors(Relation.homogeneous(), plusOne)[0]).isPositive();
    }

    @Test
    void moduli_are_idempotent_and_doubling_is_not() {
        assertThat(errors(Relation.idempotent(), x -> x.map(Math::abs))).containsExactly(0, 0);
        assertThat(errors(Relation.idempotent(), twice)).containsExactly(4, 8);
    }

    @Test
    void an_idempotent_model_takes_its_own_output() {
        assertThatThrownBy(() -> errors(Relation.idempotent(), ExpectationsTest::difference))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: an idempotent model takes its own output as 'x', but the"
                                + " output is [2x1] and 'x' is [2x2]; declare it of an output of that"
                                + " shape");
    }

    @Test
    void an_output_that_cannot_follow_is_a_bad_declaration() {
        Batch batch = new Batch(NamedTensors.of("x", X), NamedTensors.none());
        Drawn drawn = Transformations.flip(2).draw(new Random(3));
        Sides sides = new Sides(batch, X, drawn, batch, X, asked -> X);

        assertThatThrownBy(() ->
                        new Expectations.Equivariant().errors(sides, Agreement.ofEveryElement()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: 'a flip of axis 2' cannot change the output [2x2] as it"
                        + " changes the inputs: axis 2 is none of the axes 1 to 1 of shape [2x2];"
                        + " axis 0 runs over the examples; write"
                        + " Relation.equivariantUnder(inputs, outputs) with the change of the"
                        + " outputs");
    }

    @Test
    void a_relation_names_all_its_parts() {
        Relation relation = Relation.equivariantUnder(Transformations.rotation())
                .upToSign(1)
                .ofOutput("axes");

        assertThat(relation.describe())
                .isEqualTo("equivariant under a rotation, up to the sign of each slice of axis 1 in"
                        + " 'axes'");
        assertThat(Relation.changingAtMost(2, Transformations.step(0.1)).describe())
                .isEqualTo(
                        "changing by at most 2 times as much as the inputs under a step of length"
                                + " up to 0.1000");
        assertThat(Relation.risingUnder(Transformations.raising(1, 3, 2)).describe())
                .isEqualTo("never falling under a rise of place 3 of axis 1 by up to 2");
    }

    private static ArrayTensor difference(ArrayTensor x) {
        return ArrayTensor.ofDoubles(Shape.of(2, 1), x.get(0) - x.get(1), x.get(2) - x.get(3));
    }

    private static double[] errors(Relation relation, UnaryOperator<ArrayTensor> model) {
        return relation.expectation().errors(sides(relation, model), relation.agreement());
    }

    private static Sides sides(Relation relation, UnaryOperator<ArrayTensor> model) {
        Batch batch = new Batch(NamedTensors.of("x", X), NamedTensors.none());
        Drawn drawn = relation.transformation().draw(new Random(3));
        ArrayTensor output = model.apply(X);
        Batch changed = relation.expectation().next(batch, output, drawn);
        return new Sides(
                batch,
                output,
                drawn,
                changed,
                model.apply(changed.input("x")),
                asked -> model.apply(asked.input("x")));
    }
}
