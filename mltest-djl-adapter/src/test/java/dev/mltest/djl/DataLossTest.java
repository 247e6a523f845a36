package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.loss.AbstractCompositeLoss;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SimpleCompositeLoss;
import ai.djl.util.Pair;

import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Scope;
import dev.mltest.model.Trainable;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.function.Function;

@SuppressWarnings("try")
class DataLossTest {

    private static final Batch BATCH = Samples.classes(6, 4);
    private static final ParameterPath WEIGHT = ParameterPath.of("linear1/weight");

    @ParameterizedTest
    @Tag("pytorch")
    @ValueSource(booleans = {true, false})
    void weight_decay_counts_in_training_only(boolean ofTheUsersOwn) {
        Function<Block, Loss> decayed = ofTheUsersOwn ? Both::new : DataLossTest::simple;
        Trainable with = model(decayed);
        Trainable without = model(block -> Loss.softmaxCrossEntropyLoss());
        try (Scope scope = with.openScope()) {
            assertThat(with.evaluate(BATCH, Mode.TRAINING).loss())
                    .isEqualTo(without.evaluate(BATCH, Mode.TRAINING).loss());
            assertThat(with.gradients(BATCH, Mode.TRAINING).of(WEIGHT).toArray())
                    .isEqualTo(
                            without.gradients(BATCH, Mode.TRAINING).of(WEIGHT).toArray());
            assertThat(with.lossOf(with.predict(BATCH), BATCH))
                    .isEqualTo(without.lossOf(without.predict(BATCH), BATCH));
            assertThat(with.step(BATCH)).isEqualTo(without.step(BATCH));
            assertThat(with.value(WEIGHT).summary().norm())
                    .isLessThan(without.value(WEIGHT).summary().norm());
        }
        with.close();
        without.close();
    }

    @Test
    void the_loss_of_the_outputs_is_the_loss_of_the_pass() {
        Trainable model = model(block -> Loss.softmaxCrossEntropyLoss());
        try (Scope scope = model.openScope()) {
            Evaluation evaluation = model.evaluate(BATCH, Mode.INFERENCE);
            assertThat(model.lossOf(evaluation.outputs(), BATCH)).isEqualTo(evaluation.loss());
            assertThat(model.lossOf(evaluation.outputs().toArrays(), BATCH))
                    .isCloseTo(evaluation.loss(), within(1e-9));
        }
        model.close();
    }

    @Test
    void weight_decay_alone_is_no_data_loss() {
        Differentiable model = model(block -> new SimpleCompositeLoss().addLoss(decay(block)));
        assertThatThrownBy(() -> model.evaluate(BATCH, Mode.INFERENCE))
                .isInstanceOf(NotAvailableException.class)
                .hasMessage("the loss is weight decay alone; there is no data loss");
        model.close();
    }

    private static Trainable model(Function<Block, Loss> loss) {
        return (Trainable)
                Models.create(Models.builder(Nets::mlp, BATCH).loss(loss).optimizer(Models::sgd));
    }

    private static Loss simple(Block block) {
        return new SimpleCompositeLoss()
                .addLoss(decay(block))
                .addLoss(new SimpleCompositeLoss()
                        .addLoss(decay(block))
                        .addLoss(Loss.softmaxCrossEntropyLoss()));
    }

    private static Loss decay(Block block) {
        NDArray[] weights = block.getParameters().values().stream()
                .filter(parameter -> parameter.getType() == Parameter.Type.WEIGHT)
                .map(Parameter::getArray)
                .toArray(NDArray[]::new);
        return Loss.l2WeightedDecay("decay", 0.1f, new NDList(weights));
    }

    /** A composite of the user's own, which hands its inputs on by itself. */
    private static final class Both extends AbstractCompositeLoss {

        private Both(Block block) {
            super("both");
            components = List.of(decay(block), Loss.softmaxCrossEntropyLoss());
        }

        @Override
        protected Pair<NDList, NDList> inputForComponent(
                int index, NDList labels, NDList predictions) {
            return new Pair<>(labels, predictions);
        }
    }
}
