package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SigmoidBinaryCrossEntropyLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.model.Batch;
import dev.mltest.model.Task;
import dev.mltest.testing.Accusations;
import dev.mltest.testing.Approved;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.function.Supplier;

/** Defects of DJL 0.35.1, in programs that look right; docs/explanation shows the messages. */
class FoundInTheWildTest {

    private static final int FEATURES = 4;

    @Nested
    class A_sigmoid_loss_over_probabilities {

        private final Batch clicks =
                Samples.computed(FEATURES, x -> new float[] {sum(x) > 0 ? 1 : 0});

        @Test
        void is_caught_to_have_the_wrong_sign() {
            Accusations found = against(
                    Djl.model("click-predictor", () -> perceptron(1).add(Activation::sigmoid))
                            .task(Task.binary().fromProbabilities())
                            .loss(new SigmoidBinaryCrossEntropyLoss("bce", 1, true))
                            .optimizer(Models::adam)
                            .trainingData(clicks));

            assertThat(found.places("loss-prefers-the-targets")).containsExactly("loss");
            Approved.verifyWords("wild/sigmoid-loss", found.text());
        }

        @Test
        void over_logits_is_the_way_round() {
            Accusations found = against(Djl.model("click-predictor", () -> perceptron(1))
                    .task(Task.binary())
                    .loss(Loss.sigmoidBinaryCrossEntropyLoss())
                    .optimizer(Models::adam)
                    .trainingData(clicks));

            assertThat(found.checks()).isEmpty();
        }
    }

    @Nested
    class Clipping {

        private static final float RATE = 0.03f;
        private static final float LIMIT = 1;

        @Test
        void acts_from_above_only() {
            try (NDManager manager = NDManager.newBaseManager()) {
                NDArray weight = manager.zeros(new Shape(4));
                weight.setRequiresGradient(true);
                Optimizer rateOne = Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(1))
                        .optClipGrad(1)
                        .build();
                rateOne.update("w", weight, manager.create(new float[] {-5, -0.5f, 0.5f, 5}));

                assertThat(weight.toFloatArray()).containsExactly(5, 0.5f, -0.5f, -1);
            }
        }

        @Test
        void is_caught_where_the_other_half_makes_training_diverge() {
            Accusations found = against(prices(Clipping::oneSided));

            assertThat(found.places("one-batch-is-overfitted")).containsExactly("loss");
            Approved.verifyWords("wild/one-sided-clipping", found.text());
        }

        @Test
        void on_both_sides_is_the_way_round() {
            assertThat(against(prices(() -> new ClippedBothWays(RATE, LIMIT))).checks())
                    .isEmpty();
        }

        private DjlModelBuilder prices(Supplier<Optimizer> optimizer) {
            return Djl.model("house-prices", () -> perceptron(1))
                    .task(Task.regression())
                    .loss(Loss.l2Loss())
                    .optimizer(optimizer)
                    .trainingData(Samples.computed(FEATURES, x -> new float[] {200 + 30 * sum(x)}));
        }

        private static Optimizer oneSided() {
            return Optimizer.sgd()
                    .setLearningRateTracker(Tracker.fixed(RATE))
                    .optClipGrad(LIMIT)
                    .build();
        }
    }

    @Nested
    class A_squared_loss_of_differently_shaped_labels {

        private final Batch positions =
                Samples.computed(FEATURES, x -> new float[] {x[0] + x[1], x[2] - x[3]});

        @Test
        void is_computed_all_the_same() {
            try (NDManager manager = NDManager.newBaseManager()) {
                NDArray labels = manager.arange(6f).reshape(3, 2);
                NDArray transposed = labels.transpose();

                assertThat(Loss.l2Loss()
                                .evaluate(new NDList(labels), new NDList(transposed))
                                .getFloat())
                        .isPositive();
            }
        }

        @Test
        void is_caught_as_outputs_of_the_wrong_number_of_rows() {
            Accusations found = against(
                    regression(() -> perceptron(2).addSingleton(NDArray::transpose), positions));

            assertThat(found.places("examples-do-not-mix")).containsExactly("output");
            Approved.verifyWords("wild/transposed-output", found.text());
        }

        @Test
        void outputs_of_the_labels_shape_are_not_accused() {
            assertThat(against(regression(() -> perceptron(2), positions)).checks())
                    .isEmpty();
        }

        private static DjlModelBuilder regression(Supplier<Block> block, Batch data) {
            return Djl.model("positions", block)
                    .task(Task.regression())
                    .loss(Loss.l2Loss())
                    .optimizer(Models::adam)
                    .trainingData(data);
        }
    }

    private static SequentialBlock perceptron(int outputs) {
        return new SequentialBlock()
                .add(Nets.dense(16))
                .add(Activation::relu)
                .add(Nets.dense(outputs));
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static Accusations against(DjlModelBuilder model) {
        return Accusations.against(model.build());
    }
}
