package dev.mltest.junit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.relation.Transformation;
import dev.mltest.relation.Transformations;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.constraints.IntRange;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class MltestArbitrariesTests {

    private static final ArrayTensor FOUR = ArrayTensor.ofFloats(Shape.of(1, 4), 1, 2, 3, 4);

    @Example
    void extremes_of_the_type_are_edge_cases() {
        assertThat(edgeCases(MltestArbitraries.values(ElementType.FLOAT32)))
                .contains(0.0, -0.0, 1.0, -1.0)
                .contains((double) Float.MIN_VALUE, (double) Float.MIN_NORMAL)
                .contains((double) Float.MAX_VALUE, (double) -Float.MAX_VALUE);
        assertThat(edgeCases(MltestArbitraries.values(ElementType.FLOAT64)))
                .contains(Double.MIN_VALUE, Double.MAX_VALUE);
        assertThat(edgeCases(MltestArbitraries.values(ElementType.FLOAT16))).contains(65504.0);
    }

    @Property(tries = 200)
    void numbers_are_finite_and_of_their_type(@ForAll ElementType type) {
        samples(MltestArbitraries.values(type), 20)
                .forEach(value -> assertThat(type.round(value)).isEqualTo(value).isFinite());
    }

    @Property(tries = 100)
    void shapes_stay_within_their_limits(
            @ForAll @IntRange(max = 4) int axes, @ForAll @IntRange(max = 3) int least) {
        samples(MltestArbitraries.shapes(axes, least, 5), 5).forEach(shape -> {
            assertThat(shape.rank()).isEqualTo(axes);
            assertThat(Arrays.stream(shape.sizes())).allMatch(size -> size >= least && size <= 5);
        });
    }

    @Property(tries = 100)
    void a_mask_starts_with_ones_and_ends_with_zeros(@ForAll("masks") ArrayTensor mask) {
        assertThat(mask.shape()).isEqualTo(Shape.of(3, 5));
        for (int row = 0; row < 3; row++) {
            String digits = Arrays.stream(mask.rows(row).toLongs())
                    .mapToObj(Long::toString)
                    .collect(Collectors.joining());
            assertThat(digits).matches("1+0*");
        }
    }

    @Property(tries = 100)
    void one_class_of_each_row_is_hot(@ForAll("oneHot") ArrayTensor labels) {
        assertThat(labels.shape()).isEqualTo(Shape.of(3, 4));
        for (int row = 0; row < 3; row++) {
            assertThat(labels.rows(row).toDoubles()).containsExactlyInAnyOrder(0, 0, 0, 1);
        }
    }

    @Property(tries = 200)
    void a_labelled_batch_has_a_class_for_each_example(@ForAll("labelled") Batch batch) {
        assertThat(batch.size()).isBetween(0, 3);
        assertThat(batch.input("x").shape()).isEqualTo(Shape.of(batch.size(), 5, 2));
        assertThat(batch.target().shape()).isEqualTo(Shape.of(batch.size()));
        assertThat(Arrays.stream(batch.target().toLongs()))
                .allMatch(label -> label >= 0 && label < 3);
        assertThat(batch.masks().get("x").shape()).isEqualTo(Shape.of(batch.size(), 5));
    }

    @Property(tries = 200)
    void what_is_masked_is_zero(@ForAll("labelled") Batch batch) {
        ArrayTensor mask = batch.masks().first().toArray();
        for (int i = 0; i < mask.length(); i++) {
            if (mask.get(i) == 0) {
                assertThat(batch.input("x").get(2 * i)).isZero();
                assertThat(batch.input("x").get(2 * i + 1)).isZero();
            }
        }
    }

    @Example
    void the_usual_batches_hold_one_example_many_and_the_same_one_several_times() {
        List<Batch> batches = samples(MltestArbitraries.batches(ElementType.FLOAT32, 2), 300);

        assertThat(batches)
                .anyMatch(batch -> batch.size() == 1)
                .anyMatch(batch -> batch.size() == 8);
        assertThat(batches)
                .anyMatch(batch ->
                        batch.size() > 3 && batch.equals(batch.rows(new int[batch.size()])));
    }

    @Example
    void an_empty_batch_is_an_edge_case_where_it_is_legal() {
        assertThat(edgeCases(MltestArbitraries.batches(ElementType.FLOAT32, 2).examples(0, 3)))
                .anyMatch(batch -> batch.size() == 0);
        assertThat(edgeCases(MltestArbitraries.batches(ElementType.FLOAT32, 2)))
                .noneMatch(batch -> batch.size() == 0)
                .anyMatch(batch -> batch.size() == 1);
    }

    @Example
    void a_batch_shrinks_to_one_example_of_zeros() {
        Shrinkable<Batch> large = MltestArbitraries.batches(ElementType.FLOAT32, 2)
                .generator(1000, false)
                .next(new Random(4));

        assertThat(smallest(large))
                .isEqualTo(new Batch(
                        NamedTensors.of("input", ArrayTensor.ofFloats(Shape.of(1, 2), 0, 0)),
                        NamedTensors.none()));
    }

    @Property(tries = 50)
    void tokens_are_below_their_vocabulary(@ForAll("tokens") Batch tokens) {
        assertThat(tokens.inputs().first().elementType()).isEqualTo(ElementType.INT64);
        assertThat(Arrays.stream(tokens.input("input").toLongs()))
                .allMatch(token -> token >= 0 && token < 7);
    }

    @Property(tries = 50)
    void a_transformation_leaves_no_choice(@ForAll("shifts") Transformation shift) {
        Transformation.Drawn one = shift.draw(new SplittableRandom(1));

        assertThat(shift.draw(new SplittableRandom(2)).description())
                .isEqualTo(one.description())
                .isEqualTo(shift.describe());
        assertThat(one.onOutput().apply(FOUR)).isNotEqualTo(FOUR);
    }

    @Example
    void a_mask_needs_positions() {
        assertThatThrownBy(() -> MltestArbitraries.batches(ElementType.FLOAT32).masked())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("write batches(FLOAT32, 5, 3)");
    }

    @Provide
    Arbitrary<ArrayTensor> masks() {
        return MltestArbitraries.masks(3, 5);
    }

    @Provide
    Arbitrary<ArrayTensor> oneHot() {
        return MltestArbitraries.oneHot(3, 4);
    }

    @Provide
    Arbitrary<Batch> labelled() {
        return MltestArbitraries.batches(ElementType.FLOAT32, 5, 2)
                .named("x")
                .examples(0, 3)
                .labelled(3)
                .masked();
    }

    @Provide
    Arbitrary<Batch> tokens() {
        return MltestArbitraries.tokens(7, 4);
    }

    @Provide
    Arbitrary<Transformation> shifts() {
        return MltestArbitraries.transformations(Transformations.shift(1, 3));
    }

    private static <T> List<T> samples(Arbitrary<T> arbitrary, int count) {
        return arbitrary.generator(1000, true).stream(new Random(1))
                .limit(count)
                .map(Shrinkable::value)
                .toList();
    }

    private static <T> List<T> edgeCases(Arbitrary<T> arbitrary) {
        return arbitrary.edgeCases().suppliers().stream()
                .map(edge -> edge.get().value())
                .toList();
    }

    /** The first simpler form, again and again. */
    private static <T> T smallest(Shrinkable<T> shrinkable) {
        Shrinkable<T> simplest = shrinkable;
        while (true) {
            Stream<Shrinkable<T>> simpler = simplest.shrink();
            Shrinkable<T> next = simpler.findFirst().orElse(simplest);
            if (next == simplest) {
                return simplest.value();
            }
            simplest = next;
        }
    }
}
