package dev.mltest.dl4j;

import static dev.mltest.dl4j.InTheWild.DATA;
import static dev.mltest.dl4j.InTheWild.FEATURES;
import static dev.mltest.dl4j.InTheWild.against;
import static dev.mltest.dl4j.InTheWild.conf;
import static dev.mltest.dl4j.InTheWild.dense;
import static dev.mltest.dl4j.InTheWild.described;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.library.numerics.AgreesWithDoublePrecision;
import dev.mltest.library.numerics.StaysFiniteUnderStress;
import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;
import dev.mltest.testing.Verdicts;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** Defects of DL4J 1.0.0-M2.1 that no check catches yet. When one does, it moves to those found. */
class UnseenInTheWildTest {

    @Nested
    class A_clone_of_a_graph {

        @Test
        void goes_on_differently_because_it_forgets_the_count_of_updates() {
            ComputationGraph original = trained();
            ComputationGraph clone = original.clone();
            fit(original, 1);
            fit(clone, 1);

            assertThat(clone.params()).isNotEqualTo(original.params());
        }

        @Test
        void goes_on_as_the_original_if_it_is_told_the_count() {
            ComputationGraph original = trained();
            ComputationGraph clone = original.clone();
            clone.getConfiguration().setIterationCount(original.getIterationCount());
            fit(original, 1);
            fit(clone, 1);

            assertThat(clone.params()).isEqualTo(original.params());
        }

        @Test
        void is_seen_by_no_check_yet() {
            ComputationGraph checkpoint = trained();

            assertThat(against("clone", seed -> checkpoint.clone()).checks()).isEmpty();
        }
    }

    private static ComputationGraph trained() {
        ComputationGraph graph = new ComputationGraph(conf(1).graphBuilder()
                .addInputs("in")
                .addLayer("hidden", dense("hidden", FEATURES), "in")
                .addLayer("head", Nets.softmax(16), "hidden")
                .setOutputs("head")
                .build());
        graph.init();
        fit(graph, 20);
        return graph;
    }

    private static void fit(ComputationGraph graph, int steps) {
        INDArray inputs = array(DATA.input("input").toFloats(), FEATURES);
        INDArray targets = array(DATA.target().toFloats(), 3);
        for (int i = 0; i < steps; i++) {
            graph.fit(new INDArray[] {inputs}, new INDArray[] {targets});
        }
    }

    private static INDArray array(float[] values, int columns) {
        return Nd4j.create(values, new int[] {values.length / columns, columns});
    }

    @Nested
    class An_activation_that_overwrites_its_input {

        @Test
        void spoils_predictions_without_workspaces() {
            NamedTensors trained = outputs(WorkspaceMode.NONE, Mode.TRAINING);

            assertThat(outputs(WorkspaceMode.ENABLED, Mode.INFERENCE)).isEqualTo(trained);
            assertThat(outputs(WorkspaceMode.NONE, Mode.INFERENCE)).isNotEqualTo(trained);
        }

        @Test
        void is_seen_by_no_check_yet_but_named_where_one_gives_up() {
            LongFunction<NeuralNetwork> network = seed -> preactivated(seed, WorkspaceMode.NONE);

            assertThat(against("pre-activation", network).checks()).isEmpty();
            ModelUnderTest model =
                    described(Dl4j.model("pre-activation", network)).build();
            assertThat(reasons(model))
                    .allSatisfy(reason -> assertThat(reason)
                            .contains("'pre-activation' behaves differently in it")
                            .endsWith("even without dropout"));
        }

        private NamedTensors outputs(WorkspaceMode inference, Mode mode) {
            Trainable model = Models.trainable(seed -> preactivated(seed, inference), DATA);
            NamedTensors outputs = model.evaluate(DATA, mode).outputs();
            model.close();
            return outputs;
        }
    }

    private static NeuralNetwork preactivated(long seed, WorkspaceMode inference) {
        return new ComputationGraph(conf(seed)
                .inferenceWorkspaceMode(inference)
                .graphBuilder()
                .addInputs("in")
                .addLayer("stem", dense("stem", FEATURES), "in")
                .addLayer("squashed", sigmoid(), "stem")
                .addLayer("branch", dense("branch", 16), "squashed")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "stem", "branch")
                .addLayer("head", Nets.softmax(16), "sum")
                .setOutputs("head")
                .build());
    }

    private static Layer sigmoid() {
        return new ActivationLayer.Builder().activation(Activation.SIGMOID).build();
    }

    @Test
    void a_layer_that_computes_in_single_precision_is_named_where_double_is_needed() {
        Batch sequences = Samples.learnable(4, 5);
        Batch masked = new Batch(
                sequences.inputs(),
                sequences.targets(),
                NamedTensors.of("input", Samples.mask(sequences.size(), 5)));
        ModelUnderTest model = Dl4j.model("last-time-step", UnseenInTheWildTest::lastTimeStep)
                .task(Task.classification(3).fromProbabilities())
                .trainingData(masked)
                .build();

        assertThat(reasons(model))
                .containsOnly("DL4J computes layer 'reader' of 'last-time-step' in FLOAT even in a"
                        + " double-precision network");
    }

    /** Why the checks that need double precision or gradients in inference mode give up. */
    private static List<String> reasons(ModelUnderTest model) {
        return Stream.of(new AgreesWithDoublePrecision(), new StaysFiniteUnderStress())
                .map(check -> Verdicts.reason(Verdicts.judge(check, model)))
                .toList();
    }

    private static NeuralNetwork lastTimeStep(long seed) {
        return new MultiLayerNetwork(conf(seed)
                .activation(Activation.TANH)
                .list()
                .layer(new LastTimeStep(
                        new LSTM.Builder().name("reader").nIn(4).nOut(16).build()))
                .layer(Nets.softmax(16))
                .build());
    }
}
