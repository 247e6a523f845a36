package dev.mltest.dl4j;

import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Measurement;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ConcurrentService;
import dev.mltest.model.ModelUnderTest;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Ways to predict in several threads at once with Deeplearning4j. */
@Timeout(240)
class ServiceTest {

    @Test
    void one_network_answers_several_threads() {
        held(report(new OneNetwork()));
    }

    @Test
    void one_graph_answers_several_threads() {
        held(report(new OneGraph()));
    }

    @Test
    void a_network_for_each_thread_is_safe() {
        held(report(new NetworkPerThread()));
    }

    @Test
    void an_input_that_is_filled_by_every_thread_mixes_up_requests() {
        assertThat(violated(report(new SharedInput())).violations())
                .extracting(Measurement::quantity)
                .contains("predictions that differ");
    }

    private static CheckReport report(Supplier<ModelUnderTest> description) {
        return judge(DefaultChecks.concurrentPredictionsAgree(), description.get());
    }

    private static ModelUnderTest served(
            Class<? extends Supplier<ModelUnderTest>> by,
            LongFunction<? extends ConcurrentService> service) {
        return Models.builder(Nets::cnn, Samples.classes(32, 1, 6, 6))
                .rebuiltBy(by)
                .servesConcurrently(service)
                .build();
    }

    private static MultiLayerNetwork network(long seed) {
        MultiLayerNetwork network = Nets.cnn(seed);
        network.init();
        return network;
    }

    static final class OneNetwork implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return served(getClass(), seed -> {
                MultiLayerNetwork network = network(seed);
                return batch -> Dl4j.outputs(network.output(Dl4j.dataSet(batch).getFeatures(0)));
            });
        }
    }

    static final class OneGraph implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return served(getClass(), seed -> {
                ComputationGraph graph = network(seed).toComputationGraph();
                return batch -> Dl4j.outputs(graph.output(Dl4j.dataSet(batch).getFeatures(0)));
            });
        }
    }

    static final class NetworkPerThread implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return served(getClass(), seed -> {
                MultiLayerNetwork network = network(seed);
                ThreadLocal<MultiLayerNetwork> own = ThreadLocal.withInitial(() -> {
                    synchronized (network) {
                        return network.clone();
                    }
                });
                return batch ->
                        Dl4j.outputs(own.get().output(Dl4j.dataSet(batch).getFeatures(0)));
            });
        }
    }

    /** Faulty. */
    static final class SharedInput implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return served(getClass(), seed -> {
                ThreadLocal<MultiLayerNetwork> own = ThreadLocal.withInitial(() -> network(seed));
                INDArray input = Nd4j.create(1, 1, 6, 6);
                return batch -> {
                    input.assign(Dl4j.dataSet(batch).getFeatures(0));
                    return Dl4j.outputs(own.get().output(input));
                };
            });
        }
    }
}
