package dev.mltest.corpus.bags;

import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.util.Random;

/** The bag of words over a random embedding that is not trained, in DL4J. */
class Dl4jFrozenBag extends Dl4jBag {

    @Override
    public Program twin() {
        return new Dl4jFrozenBag();
    }

    /** What draws the embedding. */
    Random generator() {
        return new Random(7);
    }

    @Override
    public NeuralNetwork network(long seed) {
        MultiLayerNetwork network = (MultiLayerNetwork) super.network(seed);
        network.init();
        network.getParam("0_W").assign(table());
        return network;
    }

    INDArray table() {
        int rows = new Documents().vocabulary();
        return Nd4j.createFromArray(RandomRows.of(rows, WIDTH, generator())).reshape(rows, WIDTH);
    }

    @Override
    Layer embedding() {
        FrozenLayer frozen = new FrozenLayer(super.embedding());
        frozen.setLayerName("embedding");
        return frozen;
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().frozen("embedding/**").build();
    }
}
