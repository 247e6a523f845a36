package dev.mltest.corpus.images;

import dev.mltest.corpus.program.Program;

import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.Activation;

/** Ten layers without normalisation, in DL4J: two convolutions, then dense ones. */
class Dl4jDeepCnn extends Dl4jCnn {

    Dl4jDeepCnn() {
        super(new Images() {
            @Override
            public int epochs() {
                return 16;
            }
        });
    }

    @Override
    public Program twin() {
        return new Dl4jDeepCnn();
    }

    @Override
    public double learningRate() {
        return 0.005;
    }

    @Override
    Chain features(Chain layers) {
        return layers.add("conv1", conv1())
                .add("act1", activation())
                .add("pool1", pool())
                .add("conv2", convolution(FILTERS, 3))
                .add("act2", activation())
                .add("pool2", pool());
    }

    @Override
    Chain classifier(Chain layers) {
        layers.add("flatten", new PreprocessorVertex(flatten()));
        for (int i = 3; i < 10; i++) {
            layers.add("dense" + i, dense());
        }
        return layers.add("head", head());
    }

    private static Layer dense() {
        return new DenseLayer.Builder().nOut(24).activation(Activation.RELU).build();
    }
}
