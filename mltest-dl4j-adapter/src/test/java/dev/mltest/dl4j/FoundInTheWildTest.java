package dev.mltest.dl4j;

import static dev.mltest.dl4j.InTheWild.FEATURES;
import static dev.mltest.dl4j.InTheWild.accusations;
import static dev.mltest.dl4j.InTheWild.against;
import static dev.mltest.dl4j.InTheWild.conf;
import static dev.mltest.dl4j.InTheWild.dense;
import static dev.mltest.dl4j.InTheWild.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.testing.Accusations;
import dev.mltest.testing.Approved;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;

/** Defects of DL4J 1.0.0-M2.1, in programs that look right; docs/explanation shows the messages. */
class FoundInTheWildTest {

    @Nested
    class Decay_of_a_frozen_layer {

        @Test
        void is_caught() {
            Accusations found =
                    against("frozen-layer-decays", seed -> frozen(conf(seed).l2(1e-3)));

            assertThat(found.places("frozen-parameters-stay-fixed"))
                    .containsExactly("dense1/W [6x16]");
            Approved.verifyWords("wild/frozen-layer-decays", found.text());
        }

        @Test
        void without_decay_nothing_is_accused() {
            assertThat(against("frozen", seed -> frozen(conf(seed))).checks()).isEmpty();
        }

        @Test
        void decay_of_the_other_layers_alone_is_the_way_round() {
            assertThat(against("frozen", FoundInTheWildTest::decayingAbove).checks())
                    .isEmpty();
        }
    }

    private static NeuralNetwork frozen(NeuralNetConfiguration.Builder conf) {
        return new MultiLayerNetwork(conf.list()
                .layer(new FrozenLayerWithBackprop(Nets.dense(FEATURES, 16)))
                .layer(dense("hidden", 16))
                .layer(Nets.softmax(16))
                .build());
    }

    private static NeuralNetwork decayingAbove(long seed) {
        return new MultiLayerNetwork(conf(seed)
                .list()
                .layer(new FrozenLayerWithBackprop(Nets.dense(FEATURES, 16)))
                .layer(hidden("hidden", 16).l2(1e-3).build())
                .layer(Nets.softmax(16))
                .build());
    }

    @Nested
    class Layers_below_a_frozen_layer {

        @Test
        void are_caught_to_get_no_gradient_and_yet_to_decay() {
            Accusations found = against(
                    "below-frozen-layer",
                    seed -> above(
                            new FrozenLayer(Nets.dense(16, 16)), conf(seed).l2(1e-3)));

            assertThat(found.places("gradients-reach-every-parameter"))
                    .containsExactly("stem/b [16]", "stem/W [6x16]");
            Approved.verifyWords("wild/below-frozen-layer", found.text());
        }

        @Test
        void are_fine_where_the_frozen_layer_passes_gradients_on() {
            Accusations found = against(
                    "below",
                    seed -> above(new FrozenLayerWithBackprop(Nets.dense(16, 16)), conf(seed)));

            assertThat(found.checks()).isEmpty();
        }
    }

    private static NeuralNetwork above(Layer middle, NeuralNetConfiguration.Builder conf) {
        return new MultiLayerNetwork(conf.list()
                .layer(dense("stem", FEATURES))
                .layer(middle)
                .layer(Nets.softmax(16))
                .build());
    }

    @Nested
    class An_updater_that_does_nothing {

        @Test
        void is_caught_to_train_what_it_was_meant_to_freeze() {
            Accusations found =
                    accusations(Dl4j.model("no-op-updater", seed -> unmoved(seed, new NoOp()))
                            .frozen("encoder/**"));

            assertThat(found.places("frozen-parameters-stay-fixed"))
                    .containsExactly("encoder/W [6x16]", "encoder/b [16]");
            Approved.verifyWords("wild/no-op-updater", found.text());
        }

        @Test
        void a_learning_rate_of_zero_is_the_way_round() {
            Accusations found =
                    accusations(Dl4j.model("rate-zero", seed -> unmoved(seed, new Sgd(0)))
                            .frozen("encoder/**"));

            assertThat(found.checks()).isEmpty();
        }
    }

    private static NeuralNetwork unmoved(long seed, IUpdater updater) {
        return new MultiLayerNetwork(conf(seed)
                .list()
                .layer(hidden("encoder", FEATURES).updater(updater).build())
                .layer(dense("hidden", 16))
                .layer(Nets.softmax(16))
                .build());
    }

    @Nested
    class The_gradient_below_a_frozen_normalization {

        @Test
        void is_caught_to_be_wrong() {
            Layer frozen = new FrozenLayerWithBackprop(normalization());
            Accusations found =
                    against("frozen-normalization", seed -> normalized(seed, frozen.clone()));

            assertThat(found.places("gradients-match-the-slopes")).containsExactly("stem/b");
            Approved.verifyWords("wild/frozen-normalization", found.text());
        }

        @Test
        void is_right_below_one_that_trains() {
            assertThat(against("normalized", seed -> normalized(seed, normalization()))
                            .checks())
                    .isEmpty();
        }
    }

    private static Layer normalization() {
        return new BatchNormalization.Builder().nIn(16).nOut(16).build();
    }

    private static NeuralNetwork normalized(long seed, Layer normalization) {
        return new MultiLayerNetwork(conf(seed)
                .trainingWorkspaceMode(WorkspaceMode.NONE)
                .list()
                .layer(dense("stem", FEATURES))
                .layer(normalization)
                .layer(dense("hidden", 16))
                .layer(Nets.softmax(16))
                .build());
    }

    @Nested
    class A_layer_written_in_SameDiff {

        @Test
        void is_caught_to_double_its_gradient_and_all_below() {
            Accusations found = against("same-diff-layer", seed -> scaled(seed, new Scaling()));

            assertThat(found.places("gradients-match-the-slopes")).containsExactly("scaling/scale");
            Approved.verifyWords("wild/same-diff-layer", found.text());
        }

        @Test
        void halved_on_its_way_back_it_is_right() {
            assertThat(against("halved", seed -> scaled(seed, new HalvedScaling()))
                            .checks())
                    .isEmpty();
        }
    }

    private static NeuralNetwork scaled(long seed, Layer scaling) {
        scaling.setLayerName("scaling");
        return new MultiLayerNetwork(conf(seed)
                .list()
                .layer(dense("stem", FEATURES))
                .layer(scaling)
                .layer(Nets.softmax(16))
                .build());
    }
}
