package dev.mltest.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Shape;

import org.junit.jupiter.api.Test;

import java.util.Random;

class FollowingTest {

    private static final Shape NONE = Shape.of(0);

    private final Following flip =
            new Following(Transformations.flip(3).draw(new Random(1)).onOutput(), 2);

    @Test
    void a_layer_may_stay_or_follow() {
        ArrayTensor image = noise(2, 1, 3, 4);

        assertThat(flip.error(image, image, NONE)).isZero();
        assertThat(flip.error(image, flipped(image), NONE)).isZero();
        assertThat(flip.error(image, noise(2, 1, 3, 4).map(x -> x + 1), NONE)).isPositive();
    }

    @Test
    void axes_may_have_changed_their_order() {
        ArrayTensor image = noise(2, 3, 4, 5);
        int[] channelsLast = {0, 2, 3, 1};

        assertThat(flip.error(
                        AxisOrders.transposed(image, channelsLast),
                        AxisOrders.transposed(flipped(image), channelsLast),
                        NONE))
                .isZero();
    }

    @Test
    void a_flattened_layer_is_seen_in_the_shape_it_had() {
        ArrayTensor image = noise(2, 3, 4, 5);
        Shape flat = Shape.of(2, 60);

        assertThat(flip.error(image.reshaped(flat), flipped(image).reshaped(flat), image.shape()))
                .isZero();
    }

    @Test
    void examples_and_steps_may_have_been_merged() {
        ArrayTensor sequence = noise(2, 5, 3);
        Following reversed =
                new Following(Transformations.flip(1).draw(new Random(1)).onOutput(), 2);
        ArrayTensor turned =
                Transformations.flip(1).draw(new Random(1)).onOutput().apply(sequence);

        assertThat(reversed.error(
                        sequence.reshaped(Shape.of(10, 3)), turned.reshaped(Shape.of(10, 3)), NONE))
                .isZero();
    }

    @Test
    void what_padding_adds_is_not_compared() {
        Following padding =
                new Following(Transformations.padding(2).draw(new Random(1)).onOutput(), 1);
        ArrayTensor before = ArrayTensor.ofDoubles(Shape.of(1, 2, 1), 1, 2);
        ArrayTensor after = ArrayTensor.ofDoubles(Shape.of(1, 4, 1), 1, 2, 7, 7);

        assertThat(padding.error(before, after, NONE)).isZero();
    }

    @Test
    void another_number_of_axes_cannot_be_compared() {
        assertThat(flip.error(noise(2, 3), noise(2, 3, 1), NONE)).isNaN();
    }

    private static ArrayTensor flipped(ArrayTensor image) {
        return Transformations.flip(3).draw(new Random(1)).onOutput().apply(image);
    }

    private static ArrayTensor noise(long... sizes) {
        Shape shape = Shape.of(sizes);
        return ArrayTensor.ofDoubles(
                shape, new Random(1).doubles(shape.elements()).toArray());
    }
}
