package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.Device;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;
import dev.mltest.spi.ModelAdapters;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

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
        assertThat(States.of(adapted)).isEqualTo(States.of(described));
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

    @Test
    void same_diff_is_claimed_and_declined() {
        Dl4jModelAdapter adapter = new Dl4jModelAdapter();
        SameDiff graph = SameDiff.create();
        assertThat(adapter.claims(graph)).isTrue();
        assertThat(adapter.claims("no network")).isFalse();
        assertThat(adapter.framework()).isEqualTo("DL4J");
        assertThatThrownBy(() -> adapter.adapt(graph, Device.cpu()))
                .isInstanceOf(NotAvailableException.class)
                .hasMessageStartingWith("mltest does not examine SameDiff graphs");
    }
}
