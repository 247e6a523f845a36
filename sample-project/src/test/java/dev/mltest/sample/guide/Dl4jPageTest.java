package dev.mltest.sample.guide;

import static dev.mltest.junit.MltestAssertions.assertThat;

import dev.mltest.dl4j.Dl4j;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.weightinit.impl.XavierInitScheme;

/** What docs/adapters/dl4j.md shows, on images of noise. */
class Dl4jPageTest {

    private static final int PIXELS = 64;

    private static final class DigitsCnn {

        static MultiLayerConfiguration configuration(long seed) {
            return new NeuralNetConfiguration.Builder()
                    .seed(seed)
                    .updater(new Adam(0.01))
                    .list()
                    .layer(new DenseLayer.Builder()
                            .nIn(PIXELS)
                            .nOut(16)
                            .activation(Activation.TANH)
                            .build())
                    .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                            .nIn(16)
                            .nOut(10)
                            .activation(Activation.SOFTMAX)
                            .build())
                    .build();
        }
    }

    private static final class DigitsGraph {

        static SameDiff build() {
            SameDiff graph = SameDiff.create();
            SDVariable image = graph.placeHolder("image", DataType.FLOAT, -1, PIXELS);
            SDVariable label = graph.placeHolder("label", DataType.FLOAT, -1, 10);
            SDVariable weight = graph.var(
                    "weight", new XavierInitScheme('c', PIXELS, 10), DataType.FLOAT, PIXELS, 10);
            SDVariable logits = image.mmul("logits", weight);
            graph.loss.softmaxCrossEntropy("loss", label, logits, null);
            graph.setTrainingConfig(TrainingConfig.builder()
                    .updater(new Adam(0.01))
                    .dataSetFeatureMapping("image")
                    .dataSetLabelMapping("label")
                    .build());
            return graph;
        }
    }

    @Test
    void a_network() {
        DataSet digits = digits();

        ModelUnderTest model = Dl4j.model(
                        "digits-cnn", seed -> new MultiLayerNetwork(DigitsCnn.configuration(seed)))
                .task(Task.classification(10).fromProbabilities())
                .trainingData(Dl4j.data(digits))
                .build();

        assertThat(model).sendsGradientsToEveryParameter();
    }

    @Test
    void a_graph_of_samediff() {
        DataSet digits = digits();

        ModelUnderTest model = Dl4j.sameDiff("digits-graph", seed -> DigitsGraph.build())
                .task(Task.classification(10).fromLogits())
                .trainingData(Dl4j.data(digits))
                .outputs("logits")
                .build();

        assertThat(model).sendsGradientsToEveryParameter();
    }

    private static DataSet digits() {
        INDArray images = Nd4j.randn(DataType.FLOAT, 64, PIXELS);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, 64, 10);
        for (int i = 0; i < 64; i++) {
            labels.putScalar(i, i % 10, 1);
        }
        return new DataSet(images, labels);
    }
}
