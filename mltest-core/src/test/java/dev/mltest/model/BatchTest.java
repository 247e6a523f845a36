package dev.mltest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BatchTest {

    private static final ArrayTensor TOKENS = ArrayTensor.ofLongs(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
    private static final ArrayTensor LABELS = ArrayTensor.ofLongs(Shape.of(3), 7, 8, 9);
    private static final ArrayTensor MASK = ArrayTensor.ofLongs(Shape.of(3, 2), 1, 1, 1, 0, 1, 0);

    private final Batch batch = new Batch(
            NamedTensors.of("tokens", TOKENS),
            NamedTensors.of("labels", LABELS),
            NamedTensors.of("tokens", MASK));

    @Test
    void rows_take_inputs_targets_and_masks_along() {
        Batch picked = batch.rows(2, 0);

        assertThat(picked.size()).isEqualTo(2);
        assertThat(picked.input("tokens")).isEqualTo(TOKENS.rows(2, 0));
        assertThat(picked.target()).isEqualTo(LABELS.rows(2, 0));
        assertThat(picked.masks().get("tokens")).isEqualTo(MASK.rows(2, 0));
    }

    @Test
    void the_first_rows_are_at_most_all() {
        assertThat(batch.firstRows(2)).isEqualTo(batch.rows(0, 1));
        assertThat(batch.firstRows(9)).isEqualTo(batch);
    }

    @Test
    void other_inputs_or_targets_leave_the_rest() {
        assertThat(batch.withInputs(NamedTensors.of("x", LABELS)).masks()).isEqualTo(batch.masks());
        assertThat(batch.withTargets(NamedTensors.none()).inputs()).isEqualTo(batch.inputs());
    }

    @Test
    void at_least_one_input_is_needed() {
        assertThatThrownBy(() -> new Batch(NamedTensors.none(), NamedTensors.none()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: a batch needs at least one input tensor");
    }

    @Test
    void all_tensors_have_one_number_of_examples() {
        assertThatThrownBy(() -> Batch.of(TOKENS, LABELS.rows(0)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: axis 0 of every tensor in a batch runs over the"
                        + " examples, but their shapes are [input [3x2], target [1]]");
    }

    @Test
    void a_scalar_holds_no_examples() {
        assertThatThrownBy(() -> Batch.of(TOKENS, ArrayTensor.ofLongs(Shape.of(), 1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: axis 0 of every tensor in a batch runs over the"
                        + " examples, but their shapes are [input [3x2], target []]");
    }

    @Test
    void a_target_that_is_not_there_cannot_be_had() {
        assertThatThrownBy(() -> batch.withTargets(NamedTensors.none()).target())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: the batch has no target;"
                        + " give the training data its targets");
    }

    @Test
    void an_input_of_another_name_cannot_be_had() {
        assertThatThrownBy(() -> batch.input("pixels"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: there is no tensor named 'pixels'; there is [tokens]");
    }
}
