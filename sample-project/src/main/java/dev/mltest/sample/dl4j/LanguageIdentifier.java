package dev.mltest.sample.dl4j;

import dev.mltest.sample.LanguageNames;
import dev.mltest.sample.Ngrams;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Tells from the {@link Ngrams} of a name which of the {@link LanguageNames#LANGUAGES} it is in.
 * The mask of its input says which of them are padding.
 */
public final class LanguageIdentifier {

    private static final int WIDTH = 32;
    private static final int LANGUAGES = LanguageNames.LANGUAGES.size();

    private LanguageIdentifier() {}

    /** The model: rows of ids in, one probability for each language out. */
    public static MultiLayerNetwork network(long seed) {
        return network(seed, new Adam(0.01), embedding(), head(Activation.IDENTITY));
    }

    /** The model with another updater, embedding or head. */
    public static MultiLayerNetwork network(
            long seed, IUpdater updater, Layer embedding, Layer head) {
        return new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(updater)
                .list()
                .layer(named("embedding", embedding))
                .layer(named("average", new GlobalPoolingLayer(PoolingType.AVG)))
                .layer(named("dropout", new DropoutLayer(0.8)))
                .layer(named("head", head))
                .layer(named("softmax", softmax()))
                .build());
    }

    /** One vector for every id. */
    public static Layer embedding() {
        return new EmbeddingSequenceLayer.Builder()
                .nIn(Ngrams.COUNT)
                .nOut(WIDTH)
                .inferInputLength(true)
                .build();
    }

    /** From the vector of a name to the scores of the languages, behind this activation. */
    public static Layer head(Activation activation) {
        return new DenseLayer.Builder()
                .nIn(WIDTH)
                .nOut(LANGUAGES)
                .activation(activation)
                .build();
    }

    private static Layer softmax() {
        return new LossLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static Layer named(String name, Layer layer) {
        layer.setLayerName(name);
        return layer;
    }
}
