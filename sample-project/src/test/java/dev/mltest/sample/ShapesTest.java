package dev.mltest.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.IntStream;

class ShapesTest {

    private final Shapes training = Shapes.training();

    @Test
    void the_same_images_are_drawn_each_time() {
        assertThat(Shapes.training().pixels()).isEqualTo(training.pixels());
    }

    @Test
    void training_and_validation_images_differ() {
        assertThat(firstImage(Shapes.validation())).isNotEqualTo(firstImage(training));
    }

    @Test
    void every_kind_is_drawn_about_equally_often() {
        for (ShapeKind kind : ShapeKind.values()) {
            long drawn = Arrays.stream(training.labels())
                    .filter(is -> is == kind.ordinal())
                    .count();
            assertThat(drawn / (double) training.size()).isCloseTo(0.25, within(0.05));
        }
    }

    @Test
    void areas_are_standardised() {
        float[] areas = training.areas();
        double mean = IntStream.range(0, areas.length)
                .mapToDouble(i -> areas[i])
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.1));
    }

    private static float[] firstImage(Shapes shapes) {
        return Arrays.copyOf(shapes.pixels(), Shapes.SIZE * Shapes.SIZE);
    }
}
