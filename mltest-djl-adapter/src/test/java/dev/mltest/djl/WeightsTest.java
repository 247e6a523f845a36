package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;

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

import dev.mltest.model.Differentiable;
import dev.mltest.model.Parameter;
import dev.mltest.model.Parameter.Role;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Supplier;

class WeightsTest {

    @Test
    void unnamed_blocks_are_numbered_by_class_and_named_ones_keep_their_name() {
        assertThat(paths(Nets::cnn, 1, 6, 6))
                .containsExactly(
                        "conv2d1/weight",
                        "conv2d1/bias",
                        "batchNorm1/gamma",
                        "batchNorm1/beta",
                        "batchNorm1/runningMean",
                        "batchNorm1/runningVar",
                        "linear1/weight",
                        "linear1/bias");
        assertThat(paths(Nets::residual, 4))
                .containsExactly(
                        "linear1/weight",
                        "linear1/bias",
                        "parallelBlock1/sequentialBlock1/linear1/weight",
                        "parallelBlock1/sequentialBlock1/linear1/bias",
                        "linear2/weight",
                        "linear2/bias");
        assertThat(paths(Nets::lstm, 5, 2)).first().isEqualTo("lstm1/l_0_i2h_WEIGHT");
        assertThat(paths(TwoHeads::new, 4))
                .containsExactly(
                        "body/weight",
                        "body/bias",
                        "head/weight",
                        "head/bias",
                        "head2/weight",
                        "head2/bias");
    }

    @Test
    void a_shared_parameter_stands_once() {
        Supplier<Block> block = () -> {
            Block shared = Nets.dense(4);
            return new SequentialBlock()
                    .add(shared)
                    .add(Activation.tanhBlock())
                    .add(shared)
                    .add(Nets.dense(3));
        };
        assertThat(paths(block, 4))
                .containsExactly(
                        "linear1/weight", "linear1/bias", "linear2/weight", "linear2/bias");
    }

    @Test
    void roles_tell_trainable_frozen_and_running_statistics_apart() {
        Supplier<Block> block = () -> {
            Block cnn = Nets.cnn();
            cnn.getChildren().get(0).getValue().freezeParameters(true);
            return cnn;
        };
        assertThat(parameters(block, 1, 6, 6))
                .extracting(Parameter::role)
                .containsExactly(
                        Role.FROZEN,
                        Role.FROZEN,
                        Role.TRAINABLE,
                        Role.TRAINABLE,
                        Role.STATE,
                        Role.STATE,
                        Role.TRAINABLE,
                        Role.TRAINABLE);
    }

    private static List<String> paths(Supplier<Block> block, long... shape) {
        return parameters(block, shape).stream()
                .map(parameter -> parameter.path().text())
                .toList();
    }

    private static List<Parameter> parameters(Supplier<Block> block, long... shape) {
        Differentiable model =
                (Differentiable) Models.create(Models.builder(block, Samples.classes(4, shape)));
        List<Parameter> parameters = model.parameters();
        model.close();
        return parameters;
    }

    /** A block of the user's own whose children are named, two of them alike. */
    private static final class TwoHeads extends AbstractBlock {

        private final Block body =
                addChildBlock("body", Linear.builder().setUnits(3).build());
        private final Block head =
                addChildBlock("head", Linear.builder().setUnits(3).build());
        private final Block other =
                addChildBlock("head", Linear.builder().setUnits(3).build());

        @Override
        protected NDList forwardInternal(
                ParameterStore store,
                NDList inputs,
                boolean training,
                PairList<String, Object> params) {
            NDList hidden = body.forward(store, inputs, training);
            return new NDList(head.forward(store, hidden, training)
                    .head()
                    .add(other.forward(store, hidden, training).head()));
        }

        @Override
        protected void initializeChildBlocks(NDManager manager, DataType type, Shape... shapes) {
            body.initialize(manager, type, shapes);
            head.initialize(manager, type, body.getOutputShapes(shapes));
            other.initialize(manager, type, body.getOutputShapes(shapes));
        }

        @Override
        public Shape[] getOutputShapes(Shape[] shapes) {
            return head.getOutputShapes(body.getOutputShapes(shapes));
        }
    }
}
