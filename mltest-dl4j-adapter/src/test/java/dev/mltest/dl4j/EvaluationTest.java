package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Trainable;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

import java.util.Map;

class EvaluationTest {

    @ParameterizedTest
    @EnumSource(Networks.class)
    void loss_and_outputs_are_those_of_dl4j(Networks given) {
        NeuralNetwork plain = given.network.apply(Models.SEED);
        plain.init();
        Trainable model = Models.trainable(given.network, given.batch);

        Evaluation evaluation = model.evaluate(given.batch, Mode.INFERENCE);

        double score = score(plain, feed(given.batch));
        if (given == Networks.PREACTIVATED) {
            // DL4J's score lets the activation write into what the sum reads; its output does not.
            assertThat(evaluation.loss()).isNotCloseTo(score, within(1e-2));
        } else {
            assertThat(evaluation.loss()).isCloseTo(score, within(1e-9));
        }
        INDArray[] outputs = outputs(plain, feed(given.batch));
        assertThat(evaluation.outputs()).isEqualTo(Names.outputs(outputs));
        assertThat(model.predict(given.batch)).isEqualTo(evaluation.outputs());
        model.close();
    }

    @ParameterizedTest
    @EnumSource(Networks.class)
    void the_loss_of_given_outputs_is_that_of_the_pass_that_made_them(Networks given) {
        Trainable model = Models.trainable(given.network, given.batch);
        for (Mode mode : Mode.values()) {
            Evaluation evaluation = model.evaluate(given.batch, mode);
            assertThat(model.lossOf(evaluation.outputs(), given.batch))
                    .isCloseTo(evaluation.loss(), within(1e-5));
        }
        NamedTensors shifted = model.predict(given.batch)
                .map((name, tensor) -> tensor.toArray().map(value -> 0.9 * value + 0.01));
        assertThat(model.lossOf(shifted, given.batch))
                .isNotCloseTo(model.evaluate(given.batch, Mode.INFERENCE).loss(), within(1e-6));
        model.close();
    }

    @ParameterizedTest
    @EnumSource(Networks.class)
    void what_padding_holds_does_not_matter(Networks given) {
        if (given.batch.masks().isEmpty()) {
            return;
        }
        Trainable model = Models.trainable(given.network, given.batch);
        Batch other = given.batch.withInputs(NamedTensors.of("input", repadded(given.batch)));

        assertThat(model.evaluate(other, Mode.INFERENCE).loss())
                .isEqualTo(model.evaluate(given.batch, Mode.INFERENCE).loss());
        Batch unmasked = new Batch(given.batch.inputs(), given.batch.targets());
        assertThat(model.evaluate(unmasked, Mode.INFERENCE).loss())
                .isNotCloseTo(model.evaluate(given.batch, Mode.INFERENCE).loss(), within(1e-4));
        model.close();
    }

    private static ArrayTensor repadded(Batch batch) {
        ArrayTensor input = batch.input("input");
        double[] mask = batch.masks().get("input").toArray().toDoubles();
        int features = (int) input.shape().size(1);
        int steps = (int) input.shape().size(2);
        double[] values = input.toDoubles();
        for (int i = 0; i < values.length; i++) {
            int row = i / (features * steps);
            values[i] = mask[row * steps + i % steps] == 0 ? 5 : values[i];
        }
        return ArrayTensor.of(input.elementType(), input.shape(), values);
    }

    static Feed feed(Batch batch) {
        return new Upload(
                        "plain",
                        DataType.FLOAT,
                        batch.inputs().size(),
                        batch.targets().size())
                .whole(batch);
    }

    private static double score(NeuralNetwork network, Feed feed) {
        MultiDataSet data = new MultiDataSet(
                feed.inputs(), feed.targets(), feed.inputMasks(), feed.targetMasks());
        if (network instanceof MultiLayerNetwork layers) {
            org.nd4j.linalg.dataset.DataSet single = new org.nd4j.linalg.dataset.DataSet(
                    feed.inputs()[0], feed.targets()[0], feed.inputMask(), feed.targetMask());
            return layers.score(single, false) - layers.calcRegularizationScore(true);
        }
        ComputationGraph graph = (ComputationGraph) network;
        return graph.score(data, false) - graph.calcRegularizationScore(true);
    }

    private static INDArray[] outputs(NeuralNetwork network, Feed feed) {
        if (network instanceof MultiLayerNetwork layers) {
            return new INDArray[] {layers.output(feed.inputs()[0], false, feed.inputMask(), null)};
        }
        return ((ComputationGraph) network).output(false, feed.inputs(), feed.inputMasks(), null);
    }

    static Map<String, INDArray> arrays(NeuralNetwork network) {
        return network instanceof MultiLayerNetwork layers
                ? layers.paramTable()
                : ((ComputationGraph) network).paramTable();
    }
}
