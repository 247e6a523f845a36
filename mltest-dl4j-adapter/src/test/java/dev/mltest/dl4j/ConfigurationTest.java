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
import dev.mltest.testing.contract.ParameterValues;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
        assertThat(ParameterValues.of(same)).isEqualTo(ParameterValues.of(one));
        assertThat(same.step(Networks.CNN.batch)).isEqualTo(one.step(Networks.CNN.batch));
        assertThat(ParameterValues.of(other)).isNotEqualTo(ParameterValues.of(one));
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
    void a_model_in_two_threads_at_once_is_refused() throws InterruptedException {
        Guard guard = new Guard("tiny");
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread first = new Thread(
                () -> guard.running(BATCH, () -> {
                    entered.countDown();
                    return await(over);
                }),
                "first");
        first.start();
        entered.await();

        assertThatThrownBy(() -> guard.running(BATCH, () -> 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'tiny' is used by the threads 'first' and '")
                .hasMessageEndingWith("make one model for each thread");
        over.countDown();
        first.join();
        assertThat(guard.<Integer>running(BATCH, () -> 1)).isEqualTo(1);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** ND4J's own check stays silent: reading on would give what lies there by now. */
    @Test
    void an_array_of_a_workspace_that_was_left_is_refused() {
        INDArray labels = Nd4j.ones(2, 3);
        MemoryWorkspace workspace = Nd4j.getWorkspaceManager().getAndActivateWorkspace("loading");
        INDArray features = Nd4j.ones(2, 4);
        assertThat(Dl4j.data(new DataSet(features, labels)).size()).isEqualTo(2);
        workspace.close();

        DataSet left = new DataSet(features, labels);
        assertThatThrownBy(() -> Dl4j.data(left))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("was made in the workspace 'loading', which has been left")
                .hasMessageContaining("call detach() on it");
    }

    @Test
    void another_global_data_type_changes_nothing_and_stays() {
        Trainable expected = Models.trainable(Nets::mlp, BATCH);
        double loss = expected.step(BATCH);
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        try {
            Trainable model = Models.trainable(
                    seed -> Nets.mlp(Nets.conf(seed).dataType(DataType.FLOAT)), BATCH);
            assertThat(model.step(BATCH)).isEqualTo(loss);
            assertThat(ParameterValues.of(model)).isEqualTo(ParameterValues.of(expected));
            model.inDoublePrecision().close();
            model.close();
            assertThat(Nd4j.defaultFloatingPointType()).isEqualTo(DataType.DOUBLE);
        } finally {
            Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
            expected.close();
        }
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
