package dev.mltest.corpus.sequences;

import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Tags by a causal convolution, in DL4J: each step sees the last four changes. */
class Dl4jConvolution extends Dl4jTagger {

    static final int SIZE = 4;

    @Override
    public Program twin() {
        return new Dl4jConvolution();
    }

    @Override
    Layer hidden() {
        return new Convolution1DLayer.Builder()
                .name("conv")
                .nIn(1)
                .nOut(UNITS)
                .kernelSize(SIZE)
                .stride(1)
                .convolutionMode(mode())
                .activation(Activation.RELU)
                .build();
    }

    /** Where the window of a step lies. */
    ConvolutionMode mode() {
        return ConvolutionMode.Causal;
    }

    @Override
    public INDArray[] predict(NeuralNetwork network, MultiDataSet batch) {
        MultiLayerNetwork layers = (MultiLayerNetwork) network;
        INDArray tags = layers.output(batch.getFeatures(0), false);
        return new INDArray[] {tags.permute(0, 2, 1)};
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().paddedWith(0).causalAlong(2).seesAtMost(SIZE).build();
    }
}
