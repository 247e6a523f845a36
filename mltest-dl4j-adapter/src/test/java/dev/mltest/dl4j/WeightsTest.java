package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Mode;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Trainable;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.junit.jupiter.api.Test;

import java.util.List;

class WeightsTest {

    private static final Batch BATCH = Networks.MLP.batch;

    @Test
    void paths_are_readable_and_in_the_order_of_the_forward_pass() {
        assertThat(paths(Networks.CNN))
                .containsExactly(
                        "convolution1/b TRAINABLE [2]",
                        "convolution1/W TRAINABLE [2x1x3x3]",
                        "batchNormalization1/gamma TRAINABLE [2]",
                        "batchNormalization1/beta TRAINABLE [2]",
                        "batchNormalization1/mean STATE [2]",
                        "batchNormalization1/log10stdev STATE [2]",
                        "dense1/W TRAINABLE [32x5]",
                        "dense1/b TRAINABLE [5]",
                        "output1/W TRAINABLE [5x3]",
                        "output1/b TRAINABLE [3]");
        assertThat(paths(Networks.TAGGER))
                .containsExactly(
                        "lstm1/W TRAINABLE [2x16]",
                        "lstm1/RW TRAINABLE [4x16]",
                        "lstm1/b TRAINABLE [16]",
                        "rnnOutput1/W TRAINABLE [4x3]",
                        "rnnOutput1/b TRAINABLE [3]");
        assertThat(paths(Networks.RESIDUAL))
                .containsExactly(
                        "stem/W TRAINABLE [4x4]",
                        "stem/b TRAINABLE [4]",
                        "branch/W TRAINABLE [4x4]",
                        "branch/b TRAINABLE [4]",
                        "head/W TRAINABLE [4x3]",
                        "head/b TRAINABLE [3]");
    }

    private static List<String> paths(Networks given) {
        Trainable model = Models.trainable(given.network, given.batch);
        List<String> paths = model.parameters().stream()
                .map(parameter ->
                        parameter.path() + " " + parameter.role() + " " + parameter.shape())
                .toList();
        model.close();
        return paths;
    }

    @Test
    void names_the_user_gave_are_kept_and_made_unique() {
        Trainable model = Models.trainable(WeightsTest::named, BATCH);
        assertThat(model.parameters())
                .extracting(parameter -> parameter.path().layer())
                .containsExactly(
                        "my_encoder/first",
                        "my_encoder/first",
                        "dense1",
                        "dense1",
                        "output1",
                        "output1");
        model.close();
    }

    private static NeuralNetwork named(long seed) {
        return new MultiLayerNetwork(Nets.conf(seed)
                .list()
                .layer(new DenseLayer.Builder()
                        .name("my encoder/first")
                        .nIn(4)
                        .nOut(5)
                        .build())
                .layer(Nets.dense(5, 5))
                .layer(Nets.softmax(5))
                .build());
    }

    @Test
    void weights_are_read_and_written_whatever_order_they_are_stored_in() {
        for (Networks given : Networks.values()) {
            Trainable model = Models.trainable(given.network, given.batch);
            for (Parameter parameter : model.parameters()) {
                ArrayTensor numbered = numbered(parameter.shape());
                model.assign(parameter.path(), numbered);
                assertThat(model.value(parameter.path()).toArray()).isEqualTo(numbered);
            }
            model.close();
        }
        Trainable model = Models.trainable(Nets::mlp, BATCH);
        ParameterPath weight = ParameterPath.of("dense1/W");
        model.assign(weight, numbered(Shape.of(4, 5)));
        MultiLayerNetwork network =
                (MultiLayerNetwork) ((Dl4jPredictor) model).subject().network().nativeNetwork();
        assertThat(network.getParam("0_W").getDouble(1, 2)).isEqualTo(7);
        assertThatThrownBy(() -> model.assign(weight, numbered(Shape.of(5, 4))))
                .hasMessage("parameter dense1/W has shape [4x5], but the value given has [5x4]");
        assertThatThrownBy(() -> model.value(ParameterPath.of("dense9/W")))
                .hasMessageContaining("there is no parameter 'dense9/W'; there is [dense1/W,");
        model.close();
    }

    private static ArrayTensor numbered(Shape shape) {
        double[] values = new double[(int) shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return ArrayTensor.of(ElementType.FLOAT32, shape, values);
    }

    @Test
    void frozen_layers_are_seen_through_their_wrappers() {
        Trainable transferred = Models.trainable(WeightsTest::transferred, BATCH);
        assertThat(roles(transferred))
                .containsExactly(
                        "dense1/W FROZEN",
                        "dense1/b FROZEN",
                        "batchNormalization1/gamma FROZEN",
                        "batchNormalization1/beta FROZEN",
                        "batchNormalization1/mean STATE",
                        "batchNormalization1/log10stdev STATE",
                        "output1/W TRAINABLE",
                        "output1/b TRAINABLE");
        assertThat(transferred.gradients(BATCH, Mode.TRAINING).parameters()).hasSize(2);
        assertThat(transferred.gradients(BATCH, Mode.TRAINING).inputs()).isEmpty();
        Differentiable twin = transferred.inDoublePrecision();
        assertThat(roles(twin)).isEqualTo(roles(transferred));
        twin.close();
        transferred.close();
    }

    private static List<String> roles(Differentiable model) {
        return model.parameters().stream()
                .map(parameter -> parameter.path() + " " + parameter.role())
                .toList();
    }

    private static NeuralNetwork transferred(long seed) {
        MultiLayerNetwork network = Nets.normalized(seed);
        network.init();
        return new TransferLearning.Builder(network).setFeatureExtractor(1).build();
    }

    @Test
    void activations_are_those_of_the_pass_without_the_next_layer_s_dropout() {
        Networks given = Networks.CNN;
        Trainable model = Models.trainable(given.network, given.batch);
        for (Mode mode : Mode.values()) {
            List<Activation> seen = model.activations(given.batch, mode);
            assertThat(seen)
                    .extracting(Activation::layer)
                    .containsExactly(
                            "convolution1",
                            "batchNormalization1",
                            "activation1",
                            "dense1",
                            "output1");
            assertThat(seen.get(2).value().summary().zeros()).isZero();
            assertThat(seen.get(3).value().summary().zeros()).isZero();
            assertThat(seen.get(0).value()).isNotEqualTo(seen.get(2).value());
        }
        assertThat(model.activations(given.batch, Mode.INFERENCE).get(4).value())
                .isEqualTo(model.predict(given.batch).first());
        model.close();
    }
}
