package dev.mltest.corpus.dl4j;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The layers of a network, told by their configurations. */
final class LayerList {

    private LayerList() {}

    static List<dev.mltest.corpus.program.Layer> of(NeuralNetwork network) {
        network.init();
        List<dev.mltest.corpus.program.Layer> layers = new ArrayList<>();
        Networks.layers(network).forEach((key, layer) -> {
            Layer conf = layer.conf().getLayer();
            layers.add(new dev.mltest.corpus.program.Layer(
                    Names.layer(key, layer), kind(conf), activation(conf), dropRate(conf)));
        });
        return layers;
    }

    private static String kind(Layer conf) {
        if (conf instanceof ConvolutionLayer) {
            return "convolution";
        }
        if (conf instanceof BatchNormalization) {
            return "batch-norm";
        }
        if (conf instanceof DropoutLayer) {
            return "dropout";
        }
        if (conf instanceof ActivationLayer) {
            return "activation";
        }
        if (conf instanceof EmbeddingLayer || conf instanceof EmbeddingSequenceLayer) {
            return "embedding";
        }
        if (conf instanceof BaseRecurrentLayer) {
            return "recurrent";
        }
        return conf instanceof FeedForwardLayer ? "dense" : "other";
    }

    private static String activation(Layer conf) {
        if (conf instanceof ActivationLayer layer) {
            return layer.getActivationFn().toString().toLowerCase(Locale.ROOT);
        }
        return conf instanceof BaseLayer layer && !(conf instanceof BatchNormalization)
                ? layer.getActivationFn().toString().toLowerCase(Locale.ROOT)
                : "identity";
    }

    /** DL4J states the probability of keeping a value. */
    private static double dropRate(Layer conf) {
        return conf.getIDropout() instanceof Dropout dropout ? 1 - dropout.getP() : 0;
    }
}
