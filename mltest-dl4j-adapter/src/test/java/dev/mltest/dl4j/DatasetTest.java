package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Dataset;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

import java.util.List;

class DatasetTest {

    private static final INDArray FEATURES =
            Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}, {5, 6}});
    private static final INDArray LABELS = Nd4j.createFromArray(new float[][] {{0}, {1}, {0}});

    @Test
    void a_data_set_is_read_row_by_row_whatever_its_order_in_memory() {
        Dataset data = Dl4j.data(new DataSet(FEATURES.dup('f'), LABELS));

        assertThat(data.size()).isEqualTo(3);
        Batch batch = data.examples(2, 0);
        assertThat(batch.input("input").toDoubles()).containsExactly(5, 6, 1, 2);
        assertThat(batch.target().toDoubles()).containsExactly(0, 0);
        assertThat(batch.masks().isEmpty()).isTrue();
    }

    @Test
    void later_changes_of_the_arrays_do_not_reach_it() {
        INDArray features = FEATURES.dup();
        Dataset data = Dl4j.data(new DataSet(features, LABELS));
        features.assign(9);
        assertThat(data.examples(0).input("input").toDoubles()).containsExactly(1, 2);
    }

    @Test
    void masks_are_named_after_what_they_mask() {
        INDArray sequences = Nd4j.rand(DataType.FLOAT, 3, 2, 4);
        INDArray mask = Nd4j.ones(DataType.FLOAT, 3, 4);
        Batch batch = Dl4j.batch(new DataSet(sequences, LABELS, mask, null));
        assertThat(batch.masks().names()).containsExactly("input");
        assertThat(batch.masks().get("input").shape()).isEqualTo(Shape.of(3, 4));
    }

    @Test
    void several_inputs_and_targets_are_numbered() {
        MultiDataSet both = new MultiDataSet(
                new INDArray[] {FEATURES, LABELS},
                new INDArray[] {LABELS, FEATURES},
                null,
                new INDArray[] {null, LABELS});
        Batch batch = Dl4j.batch(both);
        assertThat(batch.inputs().names()).containsExactly("input1", "input2");
        assertThat(batch.targets().names()).containsExactly("target1", "target2");
        assertThat(batch.masks().names()).containsExactly("target2");
    }

    @Test
    void an_iterator_is_read_from_its_start_to_its_end() {
        DataSet all = new DataSet(FEATURES, LABELS);
        ListDataSetIterator<DataSet> iterator = new ListDataSetIterator<>(all.asList(), 2);
        iterator.next();
        assertThat(Dl4j.data(iterator).size()).isEqualTo(3);
        assertThat(Dl4j.data(iterator).examples(2).input("input").toDoubles())
                .containsExactly(5, 6);
    }

    @Test
    void lengths_that_differ_between_batches_are_refused() {
        DataSet shorter = new DataSet(Nd4j.rand(1, 2, 3), Nd4j.rand(1, 1));
        DataSet longer = new DataSet(Nd4j.rand(1, 2, 4), Nd4j.rand(1, 1));
        ListDataSetIterator<DataSet> iterator =
                new ListDataSetIterator<>(List.of(shorter, longer), 1);
        assertThatThrownBy(() -> Dl4j.data(iterator))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("pad them to one length");
    }

    @Test
    void types_are_kept_and_unknown_ones_refused() {
        INDArray tokens = Nd4j.createFromArray(new long[][] {{1, 2}, {3, 4}, {5, 6}});
        Batch batch = Dl4j.batch(new DataSet(tokens, LABELS));
        assertThat(batch.input("input").elementType()).isEqualTo(ElementType.INT64);
        INDArray odd = FEATURES.castTo(DataType.BFLOAT16);
        assertThatThrownBy(() -> Dl4j.batch(new DataSet(odd, LABELS)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("BFLOAT16 has no counterpart");
    }
}
