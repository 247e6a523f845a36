package dev.mltest.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The data that docs/reference/tasks-and-data.md shows. */
class DataPageTest {

    record Images(List<float[]> pixels, long[] labels) implements Dataset {

        @Override
        public int size() {
            return labels.length;
        }

        @Override
        public Batch examples(int... indices) {
            float[] picked = new float[indices.length * 784];
            long[] targets = new long[indices.length];
            for (int i = 0; i < indices.length; i++) {
                System.arraycopy(pixels.get(indices[i]), 0, picked, i * 784, 784);
                targets[i] = labels[indices[i]];
            }
            return Batch.of(
                    ArrayTensor.ofFloats(Shape.of(indices.length, 1, 28, 28), picked),
                    ArrayTensor.ofLongs(Shape.of(indices.length), targets));
        }
    }

    @Test
    void a_dataset_gives_the_examples_asked_for() {
        Images images = new Images(List.of(new float[784], new float[784]), new long[] {3, 7});

        assertThat(images.examples(1, 0).target().toArray().get(0)).isEqualTo(7);
    }

    @Test
    void a_batch_of_one_input_and_one_target() {
        Batch batch = Batch.of(
                ArrayTensor.ofFloats(Shape.of(2, 3), 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f),
                ArrayTensor.ofLongs(Shape.of(2), 0, 1));

        assertThat(batch.size()).isEqualTo(2);
    }

    @Test
    void a_batch_with_names_and_a_mask() {
        ArrayTensor tokens = ArrayTensor.ofLongs(Shape.of(2, 2), 4, 5, 6, 0);
        ArrayTensor mask = ArrayTensor.filled(ElementType.FLOAT32, Shape.of(2, 2), 1);
        ArrayTensor labels = ArrayTensor.ofLongs(Shape.of(2), 0, 1);

        Batch batch = new Batch(
                NamedTensors.of("tokens", tokens),
                NamedTensors.of("label", labels),
                NamedTensors.of("tokens", mask));

        assertThat(batch.masks().names()).containsExactly("tokens");
    }
}
