package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.Device;
import dev.mltest.model.Mode;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;
import dev.mltest.spi.ModelAdapters;
import dev.mltest.testing.contract.ParameterValues;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class AdapterTest {

    @ParameterizedTest
    @EnumSource(Networks.class)
    void a_network_is_trained_as_a_described_model_is(Networks given) {
        Trainable described = Models.trainable(given.network, given.batch);
        described.seed(9);
        Trainable adapted = (Trainable)
                ModelAdapters.wrapping(seed -> given.network.apply(42)).create(9, Device.cpu());
        for (int i = 0; i < 3; i++) {
            assertThat(adapted.step(given.batch)).isEqualTo(described.step(given.batch));
        }
        assertThat(ParameterValues.of(adapted)).isEqualTo(ParameterValues.of(described));
        adapted.close();
        described.close();
    }

    private static final class Counting extends BaseTrainingListener {

        private int calls;

        @Override
        public void onForwardPass(Model model, List<INDArray> activations) {
            calls++;
        }

        @Override
        public void onForwardPass(Model model, Map<String, INDArray> activations) {
            calls++;
        }

        @Override
        public void onBackwardPass(Model model) {
            calls++;
        }

        @Override
        public void iterationDone(Model model, int iteration, int epoch) {
            calls++;
        }
    }

    @Test
    void a_trained_network_is_left_as_it_was() {
        Networks given = Networks.CNN;
        MultiLayerNetwork network = Nets.cnn(1);
        network.init();
        Counting listener = new Counting();
        network.setListeners(listener);
        Feed feed = EvaluationTest.feed(given.batch);
        network.fit(feed.inputs()[0], feed.targets()[0]);
        network.fit(feed.inputs()[0], feed.targets()[0]);
        INDArray parameters = network.params().dup();
        INDArray updater = network.getUpdater().getStateViewArray().dup();
        double score = network.score();
        int seen = listener.calls;

        Trainable model = (Trainable) new Dl4jModelAdapter().adapt(network, Device.cpu());
        Snapshot snapshot = model.snapshot();
        model.gradients(given.batch, Mode.TRAINING);
        model.gradients(given.batch, Mode.INFERENCE);
        model.evaluate(given.batch, Mode.TRAINING);
        assertThat(listener.calls).isEqualTo(seen).isPositive();
        model.step(given.batch);
        model.restore(snapshot);
        snapshot.close();
        model.close();

        assertThat(network.params().equalsWithEps(parameters, 0)).isTrue();
        assertThat(network.getUpdater().getStateViewArray().equalsWithEps(updater, 0))
                .isTrue();
        assertThat(network.getIterationCount()).isEqualTo(2);
        assertThat(network.score()).isEqualTo(score);
        assertThat(network.getListeners()).containsExactly(listener);
        assertThat(network.getLayerWiseConfigurations().getTrainingWorkspaceMode())
                .isEqualTo(WorkspaceMode.ENABLED);
        assertThat(network.getLayerWiseConfigurations().getInferenceWorkspaceMode())
                .isEqualTo(WorkspaceMode.ENABLED);
        assertThat(network.getLayer(1))
                .isInstanceOf(org.deeplearning4j.nn.layers.normalization.BatchNormalization.class);
        network.fit(feed.inputs()[0], feed.targets()[0]);
    }

    @ParameterizedTest
    @EnumSource(value = Graphs.class, mode = EnumSource.Mode.EXCLUDE, names = "PAIRS")
    void a_graph_that_says_everything_itself_is_trained_as_a_described_model_is(Graphs given) {
        Trainable described = given.trainable();
        described.seed(9);
        Trainable adapted = (Trainable) ModelAdapters.wrapping(seed -> {
                    Nd4j.getRandom().setSeed(Models.SEED);
                    return given.graph.apply(seed);
                })
                .create(9, Device.cpu());
        for (int i = 0; i < 3; i++) {
            assertThat(adapted.step(given.batch)).isEqualTo(described.step(given.batch));
        }
        assertThat(ParameterValues.of(adapted)).isEqualTo(ParameterValues.of(described));
        adapted.close();
        described.close();
    }

    @Test
    void a_graph_is_left_as_it_was() {
        Graphs given = Graphs.CLASSIFIER;
        SameDiff graph = given.graph.apply(1);
        List<Operation> heard = new ArrayList<>();
        graph.setListeners(hearing(heard));
        Feed feed = EvaluationTest.feed(given.batch);
        graph.fit(new MultiDataSet(feed.inputs(), feed.targets()));
        INDArray before = graph.getVariable("first/w").getArr().dup();
        int seen = heard.size();

        Trainable model = (Trainable) new Dl4jModelAdapter().adapt(graph, Device.cpu());
        Snapshot snapshot = model.snapshot();
        model.gradients(given.batch, Mode.TRAINING);
        model.evaluate(given.batch, Mode.TRAINING);
        model.lossOf(model.predict(given.batch), given.batch);
        assertThat(heard).hasSize(seen);
        model.step(given.batch);
        assertThat(heard.size()).isGreaterThan(seen);
        model.restore(snapshot);
        model.close();

        assertThat(graph.getVariable("first/w").getArr().equalsWithEps(before, 0))
                .isTrue();
        assertThat(graph.getTrainingConfig().getIterationCount()).isEqualTo(1);
        assertThat(graph.getListeners()).hasSize(1);
        assertThat(graph.getFunction("grad").isEnableCache()).isTrue();
        graph.fit(new MultiDataSet(feed.inputs(), feed.targets()));
    }

    private static BaseListener hearing(List<Operation> heard) {
        return new BaseListener() {

            @Override
            public boolean isActive(Operation operation) {
                return true;
            }

            @Override
            public void operationStart(SameDiff graph, Operation operation) {
                heard.add(operation);
            }
        };
    }

    @Test
    void networks_and_graphs_are_claimed() {
        Dl4jModelAdapter adapter = new Dl4jModelAdapter();
        assertThat(adapter.claims(SameDiff.create())).isTrue();
        assertThat(adapter.claims("no network")).isFalse();
        assertThat(adapter.framework()).isEqualTo("DL4J");
    }
}
