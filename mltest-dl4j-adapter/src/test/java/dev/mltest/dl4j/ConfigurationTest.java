package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelFactory;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Predictor;
import dev.mltest.model.Trainable;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import java.util.function.LongFunction;

class ConfigurationTest {

    private static final Batch BATCH = Networks.MLP.batch;

    @Test
    void the_same_seed_makes_the_same_network_and_another_seed_another() {
        ModelFactory factory =
                Models.builder(Nets::cnn, Networks.CNN.batch).build().factory();
        Trainable one = (Trainable) factory.create(1, Device.cpu());
        Trainable same = (Trainable) factory.create(1, Device.cpu());
        Trainable other = (Trainable) factory.create(2, Device.cpu());
        assertThat(States.of(same)).isEqualTo(States.of(one));
        assertThat(same.step(Networks.CNN.batch)).isEqualTo(one.step(Networks.CNN.batch));
        assertThat(States.of(other)).isNotEqualTo(States.of(one));
        assertThat(one.provenance()).hasToString("DL4J 1.0.0-M2.1, ND4J CpuBackend, cpu");
        one.close();
        same.close();
        other.close();
    }

    @Test
    void one_and_the_same_network_twice_is_refused() {
        NeuralNetwork network = Nets.mlp(1);
        ModelFactory factory = Models.builder(seed -> network, BATCH).build().factory();
        factory.create(1, Device.cpu());
        assertThatThrownBy(() -> factory.create(2, Device.cpu()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "'tiny': the factory returned one and the same network twice");
    }

    @Test
    void no_network_is_refused() {
        refuses(seed -> null, "the factory returned null");
    }

    private static void refuses(LongFunction<? extends NeuralNetwork> network, String message) {
        assertThatThrownBy(() -> Models.trainable(network, BATCH))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void another_device_is_not_available() {
        ModelFactory factory = Models.builder(Nets::mlp, BATCH).build().factory();
        assertThatThrownBy(() -> factory.create(1, Device.gpu(0)))
                .isInstanceOf(NotAvailableException.class)
                .hasMessage(
                        "model 'tiny' is not available on gpu:0: ND4J's backend on the class path computes on cpu");
    }

    @Test
    void data_that_does_not_fit_is_named() {
        Trainable model = Models.trainable(Nets::mlp, BATCH);
        assertThatThrownBy(() -> model.evaluate(Samples.classes(6, 5), Mode.INFERENCE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "configuration: model 'tiny' does not run on a batch of inputs [input [6x5]] and targets [target [6x3]]: ");
        assertThatThrownBy(() -> model.step(Samples.pairs(6)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: model 'tiny': the network has 1 output, but the batch has 2 targets: [kind, size]");
        assertThatThrownBy(() -> model.evaluate(
                        new Batch(BATCH.inputs(), NamedTensors.none()), Mode.INFERENCE))
                .hasMessageContaining("the network has 1 output, but the batch has 0 targets");
        assertThat(model.step(BATCH)).isPositive();
        model.close();
    }

    @Test
    void a_network_without_an_output_layer_only_predicts() {
        LongFunction<MultiLayerNetwork> features = seed -> new MultiLayerNetwork(Nets.conf(seed)
                .list()
                .layer(Nets.dense(4, 5))
                .layer(Nets.dense(5, 2))
                .build());
        Predictor model = Models.builder(features, BATCH).build().factory().create(1, Device.cpu());
        assertThat(model).isNotInstanceOf(Differentiable.class).hasToString("tiny");
        assertThat(model.predict(BATCH).first().shape().sizes()).containsExactly(6, 2);
        model.close();
    }

    @Test
    void a_loss_that_looks_in_front_of_the_activation_is_not_available_by_itself() {
        LongFunction<MultiLayerNetwork> network = seed -> new MultiLayerNetwork(Nets.conf(seed)
                .list()
                .layer(Nets.dense(4, 5))
                .layer(new OutputLayer.Builder(LossFunction.XENT)
                        .activation(Activation.SOFTMAX)
                        .nIn(5)
                        .nOut(3)
                        .build())
                .validateOutputLayerConfig(false)
                .build());
        Trainable model = Models.trainable(network, BATCH);
        assertThatThrownBy(() -> model.lossOf(model.predict(BATCH), BATCH))
                .isInstanceOf(NotAvailableException.class)
                .hasMessageContaining("in front of the output activation");
        model.close();
    }

    @Test
    void native_data_sets_are_taken_as_they_are() {
        Trainable model = (Trainable) Dl4j.model("native", Nets::mlp)
                .task(dev.mltest.model.Task.custom("any"))
                .trainingData(
                        new DataSet(Nd4j.rand(DataType.FLOAT, 6, 4), Nd4j.eye(3).repeat(0, 2)))
                .build()
                .factory()
                .create(1, Device.cpu());
        assertThat(model.parameters()).hasSize(4);
        model.close();
    }
}
