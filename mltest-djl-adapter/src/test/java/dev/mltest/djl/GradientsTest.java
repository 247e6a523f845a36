package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.loss.Loss;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Scope;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

@SuppressWarnings("try")
class GradientsTest {

    @Test
    void gradients_are_all_zero_if_every_parameter_is_frozen_or_the_loss_looks_at_none() {
        Batch batch = Samples.classes(6, 4);
        Differentiable frozen = (Differentiable) Models.create(Models.builder(
                () -> {
                    Block block = Nets.mlp();
                    block.freezeParameters(true);
                    return block;
                },
                batch));
        assertThat(frozen.gradients(batch, Mode.TRAINING).parameters()).isEmpty();
        assertThat(frozen.gradients(batch, Mode.TRAINING)
                        .inputs()
                        .get("input")
                        .summary()
                        .norm())
                .isPositive();
        frozen.close();

        Differentiable cut = (Differentiable) Models.create(Models.builder(() -> cut(), batch));
        Gradients gradients = cut.gradients(batch, Mode.TRAINING);
        assertThat(gradients.parameters()).hasSize(2);
        assertThat(gradients.parameters().values())
                .allSatisfy(gradient -> assertThat(gradient.summary().maxAbs()).isZero());
        assertThat(gradients.inputs().get("input").summary().maxAbs()).isZero();
        cut.close();
    }

    /** The graph is cut behind the only layer. */
    private static Block cut() {
        return new SequentialBlock()
                .add(Nets.dense(3))
                .add(LambdaBlock.singleton(array -> array.stopGradient()));
    }

    @Test
    void a_step_whose_loss_looks_at_no_parameter_moves_nothing() {
        Batch batch = Samples.classes(6, 4);
        Trainable model = Models.trainable(GradientsTest::cut, batch);
        ParameterPath path = model.parameters().get(0).path();
        Tensor before = model.value(path).toArray();

        model.step(batch);

        assertThat(model.value(path).toArray()).isEqualTo(before);
        model.close();
    }

    @Test
    void gradients_do_not_accumulate_and_nan_does_not_stay() {
        Batch batch = Samples.classes(6, 4);
        Trainable model = Models.trainable(Nets::mlp, batch);
        ParameterPath path = ParameterPath.of("linear2/bias");
        try (Scope scope = model.openScope()) {
            ArrayTensor first = model.gradients(batch, Mode.TRAINING).of(path).toArray();
            model.gradients(batch.withInputs(notANumber(batch)), Mode.TRAINING);
            ArrayTensor again = model.gradients(batch, Mode.TRAINING).of(path).toArray();
            assertThat(again).isEqualTo(first);
        }
        model.close();
    }

    private static dev.mltest.model.NamedTensors notANumber(Batch batch) {
        Shape shape = batch.input("input").shape();
        return batch.inputs()
                .with("input", ArrayTensor.filled(ElementType.FLOAT32, shape, Double.NaN));
    }

    @Test
    @Tag("pytorch")
    void a_block_may_write_into_its_inputs() {
        Batch batch = Samples.classes(6, 4);
        Supplier<Block> block = () -> new SequentialBlock()
                .add(LambdaBlock.singleton(array -> array.muli(2)))
                .add(Nets.dense(3));
        Differentiable model = (Differentiable) Models.create(Models.builder(block, batch));
        try (Scope scope = model.openScope()) {
            assertThat(model.gradients(batch, Mode.TRAINING)
                            .inputs()
                            .get("input")
                            .summary()
                            .norm())
                    .isPositive();
        }
        model.close();
    }

    @Test
    void a_garbage_collection_between_forward_and_backward_does_no_harm() {
        Batch batch = Samples.classes(6, 4);
        Differentiable plain = tripled(batch, () -> {});
        Differentiable collected = tripled(batch, GradientsTest::collectGarbage);
        ParameterPath path = ParameterPath.of("linear1/weight");
        for (int i = 0; i < 5; i++) {
            try (Scope scope = plain.openScope()) {
                assertThat(collected.gradients(batch, Mode.TRAINING).of(path).toArray())
                        .isEqualTo(
                                plain.gradients(batch, Mode.TRAINING).of(path).toArray());
            }
        }
        plain.close();
        collected.close();
    }

    private static Differentiable tripled(Batch batch, Runnable afterwards) {
        Loss loss = new Loss("tripled") {
            @Override
            public NDArray evaluate(NDList labels, NDList predictions) {
                NDArray value = predictions.head().square().mul(3f).sum();
                afterwards.run();
                return value;
            }
        };
        return (Differentiable) Models.create(Models.builder(Nets::mlp, batch).loss(loss));
    }

    /** Frees the buffers that nobody keeps and writes into their memory. */
    private static void collectGarbage() {
        List<ByteBuffer> others = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            System.gc();
            for (int i = 0; i < 500; i++) {
                ByteBuffer buffer = ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder());
                others.add(buffer.putFloat(0, 777f));
            }
        }
        assertThat(others).hasSize(1500);
    }
}
