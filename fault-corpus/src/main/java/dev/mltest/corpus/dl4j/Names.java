package dev.mltest.corpus.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Places inside a network, as mltest's adapter calls them: layer and parameter with a slash. */
final class Names {

    private Names() {}

    /** DL4J's keys by name. */
    static Map<String, String> keys(NeuralNetwork network) {
        Map<String, String> layers = new LinkedHashMap<>();
        Networks.layers(network).forEach((key, layer) -> layers.put(key, layer(key, layer)));
        Map<String, String> keys = new LinkedHashMap<>();
        for (String key : ((Model) network).paramTable().keySet()) {
            int split = key.lastIndexOf('_');
            keys.put(layers.get(key.substring(0, split)) + "/" + key.substring(split + 1), key);
        }
        return keys;
    }

    /** DL4J's key of one parameter. */
    static String key(NeuralNetwork network, String name) {
        return Objects.requireNonNull(
                keys(network).get(name), () -> "there is no parameter " + name);
    }

    /** A layer's given name, or else its key. */
    static String layer(String key, Layer layer) {
        String given = layer.conf().getLayer().getLayerName();
        return given == null ? key : given;
    }

    static INDArray value(NeuralNetwork network, String key) {
        return Objects.requireNonNull(((Model) network).paramTable().get(key));
    }
}
