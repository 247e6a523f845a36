package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.RandomAccessDataset;
import ai.djl.training.dataset.Record;
import ai.djl.translate.Pipeline;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.ElementType;

import org.junit.jupiter.api.Test;

class DatasetTest {

    @Test
    void examples_of_an_array_data_set_are_drawn_by_index() {
        try (NDManager manager = Engine.getInstance().newBaseManager()) {
            NDArray data = manager.arange(8f).reshape(4, 2);
            NDArray labels = manager.create(new long[] {3, 2, 1, 0});
            Dataset dataset = Djl.data(new ArrayDataset.Builder()
                    .setData(data)
                    .optLabels(labels)
                    .setSampling(2, true)
                    .build());
            int arrays = Native.arrays();
            Batch batch = dataset.examples(3, 0, 0);

            assertThat(dataset.size()).isEqualTo(4);
            assertThat(batch.input("input"))
                    .isEqualTo(ArrayTensor.ofFloats(
                            dev.mltest.model.Shape.of(3, 2), 6, 7, 0, 1, 0, 1));
            assertThat(batch.target())
                    .isEqualTo(ArrayTensor.ofLongs(dev.mltest.model.Shape.of(3), 0, 3, 3));
            assertThat(Native.arrays()).isEqualTo(arrays);
        }
    }

    @Test
    void pipelines_and_batchifiers_of_any_data_set_are_applied() {
        Pipeline doubling = new Pipeline().add(array -> array.mul(2));
        Dataset dataset = Djl.data(new Counting.Builder()
                .setSampling(1, false)
                .optPipeline(doubling)
                .build());
        Batch batch = dataset.examples(2, 5);

        assertThat(batch.input("input1").toDoubles()).containsExactly(4, 10);
        assertThat(batch.input("input2").toDoubles()).containsExactly(-2, -5);
        assertThat(batch.target().toDoubles()).containsExactly(1, 0);
        assertThat(batch.target().elementType()).isEqualTo(ElementType.BOOLEAN);
    }

    @Test
    void arrays_become_a_batch() {
        try (NDManager manager = Engine.getInstance().newBaseManager()) {
            Batch batch = Djl.batch(
                    manager.ones(new Shape(2, 3), DataType.FLOAT64),
                    manager.zeros(new Shape(2), DataType.INT32));
            assertThat(batch.input("input").elementType()).isEqualTo(ElementType.FLOAT64);
            assertThat(batch.target().elementType()).isEqualTo(ElementType.INT32);
        }
    }

    /** Index, its negative, and whether it is even. */
    private static final class Counting extends RandomAccessDataset {

        private Counting(Builder builder) {
            super(builder);
        }

        @Override
        public Record get(NDManager manager, long index) {
            return new Record(
                    new NDList(manager.create((float) index), manager.create((float) -index)),
                    new NDList(manager.create(index % 2 == 0)));
        }

        @Override
        protected long availableSize() {
            return 10;
        }

        @Override
        public void prepare(ai.djl.util.Progress progress) {}

        private static final class Builder extends BaseBuilder<Builder> {

            @Override
            protected Builder self() {
                return this;
            }

            Counting build() {
                return new Counting(this);
            }
        }
    }
}
