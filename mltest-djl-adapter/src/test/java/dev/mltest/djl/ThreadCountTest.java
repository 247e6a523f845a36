package dev.mltest.djl;

import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;

import dev.mltest.check.Measurement;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.function.Supplier;

@Tag("pytorch")
class ThreadCountTest {

    @Test
    void large_layers_agree() {
        held(judge(DefaultChecks.anotherThreadCountGivesTheSameNumbers(), new Wide().get()));
    }

    @Test
    void convolutions_add_in_another_order_and_agree_up_to_round_off() {
        var examined = held(judge(
                        DefaultChecks.anotherThreadCountGivesTheSameNumbers(),
                        new Convolutions().get()))
                .examined();

        assertThat(examined).extracting(Measurement::value).anyMatch(value -> value > 0);
    }

    static final class Wide implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return described(Wide::block, Samples.classes(64, 512), getClass());
        }

        private static Block block() {
            return new SequentialBlock()
                    .add(Nets.dense(1024))
                    .add(Activation.tanhBlock())
                    .add(Nets.dense(1024))
                    .add(Activation.tanhBlock())
                    .add(Nets.dense(3));
        }
    }

    static final class Convolutions implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return described(Convolutions::block, Samples.classes(64, 1, 28, 28), getClass());
        }

        private static Block block() {
            return new SequentialBlock()
                    .add(Conv2d.builder()
                            .setKernelShape(new Shape(3, 3))
                            .setFilters(16)
                            .build())
                    .add(BatchNorm.builder().build())
                    .add(Activation.reluBlock())
                    .add(Blocks.batchFlattenBlock())
                    .add(Dropout.builder().optRate(0.3f).build())
                    .add(Nets.dense(3));
        }
    }

    private static ModelUnderTest described(
            Supplier<Block> block, Batch data, Class<? extends Supplier<ModelUnderTest>> by) {
        return Models.builder(block, data)
                .optimizer(Models::adam)
                .batchSize(64)
                .rebuiltBy(by)
                .build();
    }
}
