package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;
import dev.mltest.report.FailureText;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

import java.util.List;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Correct networks pass the default suite. */
class CorrectProgramsTest {

    private static final int SEEDS = 3;

    static Stream<ModelUnderTest> correct_programs() {
        return Stream.of(
                model(
                        "multilayer perceptron",
                        CorrectProgramsTest::perceptron,
                        Samples.learnable(6)),
                model("with weight decay", CorrectProgramsTest::decaying, Samples.learnable(6)),
                model(
                        "convolutions",
                        CorrectProgramsTest::convolutions,
                        Samples.learnable(1, 8, 8)),
                model(
                        "lstm with mask",
                        CorrectProgramsTest::recurrent,
                        masked(Samples.learnable(8, 5))),
                model("residual graph", CorrectProgramsTest::residual, Samples.learnable(6)),
                SameDiffPrograms.classifier(Samples.learnable(6)),
                SameDiffPrograms.regression(Samples.learnable(6)));
    }

    @ParameterizedTest
    @MethodSource("correct_programs")
    void are_not_accused(ModelUnderTest model) {
        long start = System.nanoTime();
        try (Laboratory laboratory = new Laboratory(model)) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            List<CheckReport> reports = LongStream.rangeClosed(1, SEEDS)
                    .boxed()
                    .flatMap(seed -> runner.run(DefaultChecks.suite(), seed).stream())
                    .toList();
            System.out.printf(
                    "%s: %s in %d s%n",
                    model, outcomes(reports), (System.nanoTime() - start) / 1_000_000_000);
            List<String> accusations = reports.stream()
                    .filter(report -> report.outcome() instanceof Outcome.Violated)
                    .map(report -> FailureText.of(report, "seeds " + report.seeds()))
                    .toList();

            assertThat(accusations).isEmpty();
        }
    }

    private static Object outcomes(List<CheckReport> reports) {
        reports.stream()
                .filter(report -> report.outcome() instanceof Outcome.NotApplicable)
                .map(report -> report.checkId() + ": " + report.outcome())
                .distinct()
                .forEach(System.out::println);
        return reports.stream()
                .collect(Collectors.groupingBy(
                        report -> report.outcome().getClass().getSimpleName(),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private static NeuralNetConfiguration.Builder conf(long seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(0.01))
                .weightInit(WeightInit.XAVIER);
    }

    private static NeuralNetwork perceptron(long seed) {
        return perceptron(conf(seed));
    }

    private static NeuralNetwork decaying(long seed) {
        return perceptron(conf(seed).l2(1e-3));
    }

    private static NeuralNetwork perceptron(NeuralNetConfiguration.Builder conf) {
        return new MultiLayerNetwork(conf.activation(Activation.RELU)
                .list()
                .layer(Nets.dense(6, 32))
                .layer(Nets.softmax(32))
                .build());
    }

    private static NeuralNetwork convolutions(long seed) {
        return new MultiLayerNetwork(conf(seed)
                .activation(Activation.IDENTITY)
                .list()
                .layer(convolution(8))
                .layer(new BatchNormalization.Builder().build())
                .layer(relu())
                .layer(convolution(16))
                .layer(new BatchNormalization.Builder().build())
                .layer(relu())
                .layer(new DropoutLayer.Builder(0.8).build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(Nets.softmax(16))
                .setInputType(InputType.convolutional(8, 8, 1))
                .build());
    }

    private static ConvolutionLayer convolution(int filters) {
        return new ConvolutionLayer.Builder(3, 3).padding(1, 1).nOut(filters).build();
    }

    private static ActivationLayer relu() {
        return new ActivationLayer.Builder().activation(Activation.RELU).build();
    }

    private static NeuralNetwork recurrent(long seed) {
        return new MultiLayerNetwork(conf(seed)
                .activation(Activation.TANH)
                .list()
                .layer(new LSTM.Builder().nIn(8).nOut(24).build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(Nets.softmax(24))
                .build());
    }

    private static NeuralNetwork residual(long seed) {
        return new ComputationGraph(conf(seed)
                .activation(Activation.RELU)
                .graphBuilder()
                .addInputs("in")
                .addLayer("stem", Nets.dense(6, 24), "in")
                .addLayer("branch/relu", relu(), "stem")
                .addLayer("branch/first", Nets.dense(24, 24), "branch/relu")
                .addLayer("branch/second", Nets.dense(24, 24), "branch/first")
                .addVertex(
                        "sum",
                        new ElementWiseVertex(ElementWiseVertex.Op.Add),
                        "stem",
                        "branch/second")
                .addLayer("head", Nets.softmax(24), "sum")
                .setOutputs("head")
                .build());
    }

    private static ModelUnderTest model(
            String name, LongFunction<NeuralNetwork> network, Batch data) {
        return Dl4j.model(name, network)
                .task(Task.classification(3).fromProbabilities())
                .trainingData(data)
                .build();
    }

    private static Batch masked(Batch batch) {
        int steps = (int) batch.input("input").shape().size(2);
        return new Batch(
                batch.inputs(),
                batch.targets(),
                NamedTensors.of("input", Samples.mask(batch.size(), steps)));
    }
}
