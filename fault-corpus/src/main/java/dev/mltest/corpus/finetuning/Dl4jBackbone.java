package dev.mltest.corpus.finetuning;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The pretrained model in DL4J: trained once, always in the same way. */
final class Dl4jBackbone extends Dl4jProgram {

    static final int WIDTH = 16;

    /** Layers of the backbone; the head of the pretrained model follows. */
    static final int LAYERS = 4;

    /** ND4J takes 0 for no seed. */
    static final long SEED = 1;

    private Dl4jBackbone() {
        super(new Source(800, 16));
    }

    @Override
    public Program twin() {
        return new Dl4jBackbone();
    }

    @Override
    public double learningRate() {
        return 0.01;
    }

    @Override
    protected Task task() {
        return Task.classification(Source.CLASSES).fromProbabilities();
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new MultiLayerNetwork(configuration(seed));
    }

    /** The model without weights. */
    static MultiLayerConfiguration configuration(long seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(0.01))
                .weightInit(WeightInit.RELU)
                .list()
                .layer(dense("dense1", Points.COORDINATES))
                .layer(new BatchNormalization.Builder()
                        .name("norm1")
                        .nIn(WIDTH)
                        .nOut(WIDTH)
                        .activation(Activation.RELU)
                        .build())
                .layer(dense("dense2", WIDTH))
                .layer(dense("dense3", WIDTH))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .name("head")
                        .nIn(WIDTH)
                        .nOut(Source.CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build();
    }

    private static DenseLayer dense(String name, int in) {
        return new DenseLayer.Builder()
                .name(name)
                .nIn(in)
                .nOut(WIDTH)
                .activation(Activation.RELU)
                .build();
    }

    /** The model as it was trained, new on every call. */
    static MultiLayerNetwork pretrained() {
        try (ByteArrayInputStream saved = new ByteArrayInputStream(Saved.TRAINED.model())) {
            return ModelSerializer.restoreMultiLayerNetwork(saved, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The weights it was trained to, by name. */
    static Map<String, ArrayTensor> weights() {
        return Saved.TRAINED.weights();
    }

    private record Saved(byte[] model, Map<String, ArrayTensor> weights) {

        static final Saved TRAINED = trained();

        private static Saved trained() {
            Dl4jBackbone program = new Dl4jBackbone();
            try (Run run = program.start(SEED)) {
                program.train(run, SEED, Watch.nothing());
                return new Saved(run.save(), run.parameters());
            }
        }
    }
}
