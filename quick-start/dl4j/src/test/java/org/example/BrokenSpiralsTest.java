package org.example;

import static dev.mltest.junit.MltestAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mltest.dl4j.Dl4j;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The mistake that the quick start makes on purpose, and what it shows of it. */
class BrokenSpiralsTest {

    private static final Path APPROVED =
            Path.of("src", "test", "resources", "approved", "zero-weights.txt");

    @Test
    void weights_that_start_at_zero_are_found() throws IOException {
        String message = catchThrowable(() -> assertThat(broken()).startsWithUnitsThatDiffer())
                .getMessage();

        assertThat(words(message)).isEqualTo(words(Files.readString(APPROVED)));
    }

    /** Without figures, whose last digits differ from processor to processor. */
    private static String words(String text) {
        return text.replaceAll("\\d+\\.\\d+(e-?\\d+)?", "#")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static ModelUnderTest broken() {
        return Dl4j.model("spirals", seed -> new MultiLayerNetwork(network(seed)))
                .task(Task.classification(3).fromProbabilities())
                .trainingData(Dl4j.data(SpiralsTest.points()))
                .build();
    }

    private static MultiLayerConfiguration network(long seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(0.01))
                .weightInit(WeightInit.ZERO)
                .list()
                .layer(SpiralsTest.dense(2, 32))
                .layer(SpiralsTest.dense(32, 32))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(32)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build();
    }
}
