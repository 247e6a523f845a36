package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.modality.nlp.DefaultVocabulary;
import ai.djl.modality.nlp.embedding.TrainableWordEmbedding;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.SymbolBlock;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SimpleCompositeLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.util.PairList;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Scope;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is different on MXNet. */
@Tag("mxnet")
@SuppressWarnings("try")
class MxNetTest {

    private static final String ONE_DNN = "MXNET_MKLDNN_ENABLED";
    private static final Batch BATCH = Samples.classes(6, 4);
    private static final Batch IMAGES = Samples.classes(4, 1, 6, 6);

    @Test
    @DisabledIfEnvironmentVariable(named = ONE_DNN, matches = "0")
    void gradients_of_max_pooling_in_inference_mode_are_not_available_with_one_dnn() {
        Differentiable model = (Differentiable) Models.create(Models.builder(pooling(), IMAGES));

        assertThatThrownBy(() -> model.gradients(IMAGES, Mode.INFERENCE))
                .isInstanceOf(NotAvailableException.class)
                .hasMessage(
                        "MXNet gives wrong gradients of max pooling in inference mode, unless the environment variable MXNET_MKLDNN_ENABLED=0 turns oneDNN off");
        assertGradientsAreThoseOfTheTwin(model, Mode.TRAINING);
        model.close();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = ONE_DNN, matches = "0")
    void gradients_of_max_pooling_in_inference_mode_are_right_without_one_dnn() {
        Differentiable model = (Differentiable) Models.create(Models.builder(pooling(), IMAGES));

        assertGradientsAreThoseOfTheTwin(model, Mode.INFERENCE);
        model.close();
    }

    private static Supplier<Block> pooling() {
        return () -> new SequentialBlock()
                .add(Nets.convolution())
                .add(Pool.globalMaxPool2dBlock())
                .add(Nets.dense(3));
    }

    private static void assertGradientsAreThoseOfTheTwin(Differentiable model, Mode mode) {
        ParameterPath path = ParameterPath.of("conv2d1/weight");
        try (Differentiable twin = model.inDoublePrecision();
                Scope scope = model.openScope()) {
            double[] exact = twin.gradients(IMAGES, mode).of(path).toArray().toDoubles();
            assertThat(model.gradients(IMAGES, mode).of(path).toArray().toDoubles())
                    .containsExactly(exact, within(1e-5));
        }
    }

    @Test
    @DisabledIfEnvironmentVariable(named = ONE_DNN, matches = "0")
    void dropout_within_a_recurrent_block_is_not_available_in_double_precision() {
        Supplier<Block> block = () -> new SequentialBlock()
                .add(LSTM.builder()
                        .setStateSize(4)
                        .setNumLayers(2)
                        .optDropRate(0.3f)
                        .build())
                .add(Nets.dense(3));
        Batch batch = Samples.numbers(4, 5, 2);
        Differentiable model =
                (Differentiable) Models.create(Models.builder(block, batch).loss(new Loss("sum") {
                    @Override
                    public NDArray evaluate(NDList labels, NDList predictions) {
                        return predictions.head().sum();
                    }
                }));

        assertThatThrownBy(model::inDoublePrecision)
                .isInstanceOf(NotAvailableException.class)
                .hasMessageEndingWith(
                        "MXNet gives wrong gradients of dropout within a recurrent block in double precision");
        model.close();
    }

    @Test
    void operations_in_place_are_not_available_while_a_graph_is_recorded() {
        Supplier<Block> block = () -> new SequentialBlock()
                .add(LambdaBlock.singleton(array -> array.muli(2)))
                .add(Nets.dense(3));
        Trainable inBlock = Models.trainable(block, BATCH);
        Trainable inLoss = (Trainable) Models.create(
                Models.builder(Nets::mlp, BATCH).loss(MxNetTest::decayed).optimizer(Models::adam));

        assertNotAvailable(() -> inBlock.gradients(BATCH, Mode.TRAINING));
        assertNotAvailable(() -> inLoss.step(BATCH));
        assertThat(inBlock.step(BATCH)).isFinite();
        assertThat(inLoss.evaluate(BATCH, Mode.TRAINING).loss()).isFinite();
        inBlock.close();
        inLoss.close();
    }

    private static Loss decayed(Block block) {
        NDList weights = new NDList();
        block.getParameters().values().forEach(parameter -> weights.add(parameter.getArray()));
        return new SimpleCompositeLoss()
                .addLoss(Loss.softmaxCrossEntropyLoss())
                .addLoss(Loss.l2WeightedDecay("decay", 0.1f, weights));
    }

    private static void assertNotAvailable(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOf(NotAvailableException.class)
                .hasMessageStartingWith("MXNet has no gradient of operations in place");
    }

    static Stream<Supplier<Optimizer>> optimizers_that_pytorch_lacks() {
        return Stream.of(
                () -> Optimizer.rmsprop().build(),
                () -> Optimizer.adagrad().build(),
                () -> Optimizer.nag()
                        .setLearningRateTracker(Tracker.fixed(0.1f))
                        .setMomentum(0.9f)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("optimizers_that_pytorch_lacks")
    void an_optimizer_that_pytorch_lacks_trains_and_is_put_back(Supplier<Optimizer> optimizer) {
        Trainable model =
                (Trainable) Models.create(Models.builder(Nets::mlp, BATCH).optimizer(optimizer));
        model.step(BATCH);
        Snapshot snapshot = model.snapshot();
        double first = model.step(BATCH);
        double second = model.step(BATCH);
        model.restore(snapshot);

        assertThat(first).isGreaterThan(second);
        assertThat(model.step(BATCH)).isEqualTo(first);
        assertThat(model.step(BATCH)).isEqualTo(second);
        snapshot.close();
        model.close();
    }

    @Test
    void token_ids_that_are_floating_point_numbers_have_no_gradient() {
        Batch whole = Samples.classes(6, 4);
        ArrayTensor ids =
                whole.input("input").toArray().map(value -> Math.abs(value) < 0.5 ? 1 : 0);
        Batch numbers = whole.withInputs(whole.inputs().with("input", ids));
        Batch integers = whole.withInputs(whole.inputs().with("input", ids.as(ElementType.INT64)));
        Trainable model = Models.trainable(MxNetTest::embedding, integers);

        assertThat(model.step(numbers)).isFinite();
        assertThat(model.gradients(integers, Mode.TRAINING).parameters()).hasSize(3);
        assertThatThrownBy(() -> model.gradients(numbers, Mode.TRAINING))
                .isInstanceOf(NotAvailableException.class)
                .hasMessageStartingWith("MXNet has no gradient of token ids");
        model.close();
    }

    private static Block embedding() {
        return new SequentialBlock()
                .add(TrainableWordEmbedding.builder()
                        .setVocabulary(DefaultVocabulary.builder()
                                .add(List.of("a", "b"))
                                .build())
                        .setEmbeddingSize(4)
                        .build())
                .add(LambdaBlock.singleton(array -> array.mean(new int[] {1})))
                .add(Nets.dense(3));
    }

    @Test
    void symbolic_blocks_only_predict() {
        Supplier<Block> block = Symbolic::new;

        assertThatThrownBy(() -> Models.trainable(block, BATCH))
                .isInstanceOf(NotAvailableException.class)
                .hasMessageStartingWith("symbolic blocks of MXNet are not examined");
    }

    /** A block of which nobody knows what is inside. */
    private static final class Symbolic extends AbstractBlock implements SymbolBlock {

        @Override
        protected NDList forwardInternal(
                ParameterStore store,
                NDList inputs,
                boolean training,
                PairList<String, Object> params) {
            return inputs;
        }

        @Override
        public Shape[] getOutputShapes(Shape[] shapes) {
            return shapes;
        }
    }

    @Test
    void adadelta_is_not_available() {
        Trainable model = (Trainable) Models.create(Models.builder(Nets::mlp, BATCH)
                .optimizer(() -> Optimizer.adadelta().build()));

        assertThatThrownBy(() -> model.step(BATCH))
                .isInstanceOf(NotAvailableException.class)
                .hasMessage("on MXNet, DJL's Adadelta frees the parameters that it updates");
        assertThat(model.evaluate(BATCH, Mode.TRAINING).loss()).isFinite();
        model.close();
    }

    @Test
    void an_error_of_which_the_engine_tells_late_leaves_nothing_behind() {
        AtomicBoolean singular = new AtomicBoolean();
        Supplier<Block> block = () -> new SequentialBlock()
                .add(Nets.dense(4))
                .add(LambdaBlock.singleton(array -> singular.get() ? inverted(array) : array))
                .add(Nets.dense(3));
        Trainable model = Models.trainable(block, BATCH);
        Snapshot snapshot = model.snapshot();
        double expected = model.step(BATCH);
        model.restore(snapshot);
        int arrays = Native.arrays();

        singular.set(true);
        for (Runnable pass : new Runnable[] {
            () -> model.step(BATCH),
            () -> model.gradients(BATCH, Mode.TRAINING),
            () -> model.predict(BATCH)
        }) {
            assertThatThrownBy(pass::run)
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("the input matrix is non-convertible");
            assertThat(Native.arrays()).isEqualTo(arrays);
        }
        singular.set(false);
        model.restore(snapshot);
        assertThat(MxNetAutograd.setRecording(false)).isFalse();
        assertThat(MxNetAutograd.setTraining(false)).isFalse();

        assertThat(model.step(BATCH)).isEqualTo(expected);
        snapshot.close();
        model.close();
    }

    private static NDArray inverted(NDArray array) {
        return array.add(array.getManager().zeros(new Shape(1, 4, 4)).inverse().sum());
    }

    @Test
    void a_pass_leaves_a_collector_of_the_users_own_as_it_was() {
        Trainable model = Models.trainable(Nets::cnn, IMAGES);
        Tensor before = model.value(ParameterPath.of("linear1/weight")).toArray();
        for (boolean training : new boolean[] {true, false}) {
            try (GradientCollector open = Engine.getInstance().newGradientCollector()) {
                MxNetAutograd.setTraining(training);
                model.step(IMAGES);
                model.predict(IMAGES);
                model.gradients(IMAGES, Mode.INFERENCE);
                assertThat(MxNetAutograd.setTraining(training)).isEqualTo(training);
                assertThat(MxNetAutograd.setRecording(true)).isTrue();
                assertThat(open).isNotNull();
            }
        }
        assertThat(model.value(ParameterPath.of("linear1/weight"))
                        .differenceFrom(before)
                        .changed())
                .isPositive();
        model.close();
    }
}
