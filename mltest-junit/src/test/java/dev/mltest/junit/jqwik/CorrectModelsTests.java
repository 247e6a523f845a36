package dev.mltest.junit.jqwik;

import static dev.mltest.junit.MltestAssertions.assertThat;
import static dev.mltest.relation.Transformations.flip;
import static dev.mltest.relation.Transformations.padding;
import static dev.mltest.relation.Transformations.permutation;
import static dev.mltest.relation.Transformations.shift;

import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.relation.Transformation;
import dev.mltest.relation.Transformations;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Ten thousand tries on correct models, and no failure: on denormals, on the largest numbers, on
 * zeros of either sign and on repeated examples.
 */
class CorrectModelsTests {

    private static final int TRIES = 1300;

    @Property(tries = TRIES, seed = "1")
    void a_sum_has_no_order(@ForAll("tables") Batch table, @ForAll("orders") Transformation order) {
        assertThat(FloatModels.of("sum", FloatModels::sum)).over(table).isInvariantUnder(order);
    }

    @Property(tries = TRIES, seed = "2")
    void softmax_follows_an_order(
            @ForAll("tables") Batch table, @ForAll("orders") Transformation order) {
        assertThat(FloatModels.of("softmax", FloatModels::softmax))
                .over(table)
                .isEquivariantUnder(order);
    }

    @Property(tries = TRIES, seed = "3")
    void standardising_follows_a_mirror(@ForAll("tables") Batch table) {
        assertThat(FloatModels.of("norm", FloatModels::standardised))
                .over(table)
                .isEquivariantUnder(flip(-1));
    }

    @Property(tries = TRIES, seed = "4")
    void a_unit_vector_has_no_length(@ForAll("tables") Batch table) {
        Transformation twice = Transformations.of("a doubling", x -> x.map(value -> 2 * value));
        assertThat(FloatModels.of("unit", FloatModels::unitLength))
                .over(table)
                .isInvariantUnder(twice);
    }

    @Property(tries = TRIES, seed = "5")
    void a_convolution_follows_a_shift(@ForAll("tables") Batch table) {
        assertThat(FloatModels.of("convolution", FloatModels::convolved))
                .over(table)
                .isEquivariantUnder(shift(1, 3));
    }

    @Property(tries = TRIES, seed = "6")
    void a_masked_mean_ignores_padding(@ForAll("sequences") Batch sequences) {
        assertThat(FloatModels.of("mean", FloatModels::maskedMean))
                .over(sequences)
                .isInvariantUnder(padding(2));
    }

    @Property(tries = TRIES, seed = "7")
    void a_masked_mean_has_no_order(
            @ForAll("sequences") Batch sequences, @ForAll("orders") Transformation order) {
        assertThat(FloatModels.of("mean", FloatModels::maskedMean))
                .over(sequences)
                .isInvariantUnder(order);
    }

    @Property(tries = TRIES, seed = "8")
    void a_bag_of_tokens_has_no_order(
            @ForAll("tokens") Batch tokens, @ForAll("orders") Transformation order) {
        assertThat(FloatModels.ofTokens("bag", FloatModels::bagOfTokens, 50))
                .over(tokens)
                .isInvariantUnder(order);
    }

    @Provide
    Arbitrary<Batch> tables() {
        return MltestArbitraries.batches(ElementType.FLOAT32, FloatModels.WIDTH);
    }

    @Provide
    Arbitrary<Batch> sequences() {
        return MltestArbitraries.batches(ElementType.FLOAT32, FloatModels.WIDTH).masked();
    }

    @Provide
    Arbitrary<Batch> tokens() {
        return MltestArbitraries.tokens(50, FloatModels.WIDTH);
    }

    @Provide
    Arbitrary<Transformation> orders() {
        return MltestArbitraries.transformations(permutation(1));
    }
}
