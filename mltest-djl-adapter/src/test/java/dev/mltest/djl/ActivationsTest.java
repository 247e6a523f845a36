package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Scope;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

@SuppressWarnings("try")
class ActivationsTest {

    private static final Batch BATCH = Samples.classes(6, 4);

    @Test
    void layers_tell_their_outputs_in_the_order_in_which_they_ran() {
        assertThat(layers(Nets::cnn, Samples.classes(4, 1, 6, 6)))
                .containsExactly(
                        "conv2d1 [4x2x4x4]",
                        "batchNorm1 [4x2x4x4]",
                        "tanh1 [4x2x4x4]",
                        "batchFlatten1 [4x32]",
                        "dropout1 [4x32]",
                        "linear1 [4x3]");
    }

    @Test
    void branches_and_their_sum_are_seen() {
        assertThat(layers(Nets::residual, BATCH))
                .containsExactly(
                        "linear1 [6x4]",
                        "parallelBlock1/sequentialBlock1/linear1 [6x4]",
                        "parallelBlock1/sequentialBlock1/tanh1 [6x4]",
                        "parallelBlock1/identity1 [6x4]",
                        "parallelBlock1 [6x4]",
                        "linear2 [6x3]");
    }

    @Test
    void a_layer_that_runs_twice_is_told_twice() {
        Supplier<Block> block = () -> {
            Block shared = Nets.dense(4);
            return new SequentialBlock().add(shared).add(shared).add(Nets.dense(3));
        };
        assertThat(layers(block, BATCH))
                .containsExactly("linear1 [6x4]", "linear1#2 [6x4]", "linear2 [6x3]");
    }

    @Test
    void fields_of_blocks_of_the_users_own_are_listened_to() {
        assertThat(layers(InFields::new, BATCH))
                .containsExactly("first [6x5]", "list [6x4]", "last [6x3]");
    }

    @Test
    void listening_changes_nothing_and_is_over_afterwards() {
        Differentiable model = model(InFields::new, BATCH);
        Block block = ((DjlDifferentiable) model).network().block();
        InFields fields = (InFields) block;
        Block first = fields.first;
        try (Scope scope = model.openScope()) {
            var outputs = model.predict(BATCH).first().toArray();
            var activations = model.activations(BATCH, Mode.INFERENCE);
            assertThat(activations.get(2).value().toArray()).isEqualTo(outputs);
        }
        assertThat(fields.first).isSameAs(first);
        assertThat(block.getChildren().values())
                .doesNotHaveAnyElementsOfTypes(java.lang.reflect.Proxy.class);
        model.close();
    }

    @Test
    void taps_are_removed_even_if_the_pass_fails() {
        Differentiable model = model(InFields::new, BATCH);
        InFields fields = (InFields) ((DjlDifferentiable) model).network().block();
        assertThatThrownBy(() -> model.activations(Samples.classes(6, 9), Mode.INFERENCE))
                .isNotInstanceOf(NotAvailableException.class);
        assertThat(fields.first).isInstanceOf(Linear.class);
        model.close();
    }

    @Test
    void what_cannot_be_seen_is_not_available() {
        Differentiable single = model(() -> Nets.dense(3), BATCH);
        assertThatThrownBy(() -> single.activations(BATCH, Mode.INFERENCE))
                .isInstanceOf(NotAvailableException.class)
                .hasMessageStartingWith("none of the layers inside 'tiny' can be listened to");
        Differentiable hidden = model(InOwnTypes::new, BATCH);
        assertThatThrownBy(() -> hidden.activations(BATCH, Mode.INFERENCE))
                .isInstanceOf(NotAvailableException.class)
                .hasMessageEndingWith("declare such fields as Block");
        single.close();
        hidden.close();
    }

    private static List<String> layers(Supplier<Block> block, Batch batch) {
        Differentiable model = model(block, batch);
        List<String> layers = new ArrayList<>();
        try (Scope scope = model.openScope()) {
            model.activations(batch, Mode.TRAINING)
                    .forEach(activation -> layers.add(
                            activation.layer() + " " + activation.value().shape()));
        }
        model.close();
        return layers;
    }

    private static Differentiable model(Supplier<Block> block, Batch batch) {
        return (Differentiable) Models.create(Models.builder(block, batch));
    }

    /** A block that calls its children through fields of type Block and a list. */
    private static final class InFields extends AbstractBlock {

        private final Block first = addChildBlock("first", Nets.dense(5));
        private final List<Block> list =
                new ArrayList<>(List.of(addChildBlock("list", Nets.dense(4))));
        private final Block last = addChildBlock("last", Nets.dense(3));

        @Override
        protected NDList forwardInternal(
                ParameterStore store,
                NDList inputs,
                boolean training,
                PairList<String, Object> params) {
            NDList hidden = first.forward(store, inputs, training, params);
            for (Block block : list) {
                hidden = block.forward(store, hidden, training);
            }
            return last.forward(store, hidden, training);
        }

        @Override
        protected void initializeChildBlocks(NDManager manager, DataType type, Shape... shapes) {
            first.initialize(manager, type, shapes);
            list.get(0).initialize(manager, type, first.getOutputShapes(shapes));
            last.initialize(
                    manager, type, list.get(0).getOutputShapes(first.getOutputShapes(shapes)));
        }

        @Override
        public Shape[] getOutputShapes(Shape[] shapes) {
            return new Shape[] {new Shape(shapes[0].get(0), 3)};
        }
    }

    /** A block that calls its child through a field of the child's own type. */
    private static final class InOwnTypes extends AbstractBlock {

        private final Linear only = addChildBlock("only", Nets.dense(3));

        @Override
        protected NDList forwardInternal(
                ParameterStore store,
                NDList inputs,
                boolean training,
                PairList<String, Object> params) {
            return new NDList(
                    Activation.relu(only.forward(store, inputs, training).head()));
        }

        @Override
        protected void initializeChildBlocks(NDManager manager, DataType type, Shape... shapes) {
            only.initialize(manager, type, shapes);
        }

        @Override
        public Shape[] getOutputShapes(Shape[] shapes) {
            return only.getOutputShapes(shapes);
        }
    }
}
