package dev.mltest.benchmark;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import java.util.Arrays;
import java.util.Random;

/** Networks in double precision, as DL4J's own gradient check demands. */
enum RaceNetworks {
    /** 4-10-3, 83 parameters. */
    SMALL(4, 10),
    /** 10-80-3, 1,123 parameters. */
    MIDDLE(10, 80),
    /** 35-128-3, 4,995 parameters. */
    LARGE(35, 128),
    /** One convolution, max pooling and a dense layer on 8x8 pixels, 363 parameters. */
    CONVOLUTIONAL(64, 8),
    /**
     * Two convolutions with max pooling and two dense layers on 28x28 pixels, 43,831 parameters.
     */
    LENET(784, 0);

    static final int EXAMPLES = 16;
    static final int CLASSES = 3;

    private final int features;
    private final int units;

    RaceNetworks(int features, int units) {
        this.features = features;
        this.units = units;
    }

    MultiLayerConfiguration configuration(long seed, Activation hidden) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .weightInit(WeightInit.XAVIER)
                .activation(hidden)
                .convolutionMode(ConvolutionMode.Truncate)
                .list();
        return switch (this) {
            case LENET -> lenet(layers);
            case CONVOLUTIONAL -> convolutional(layers);
            default -> perceptron(layers);
        };
    }

    private MultiLayerConfiguration perceptron(NeuralNetConfiguration.ListBuilder layers) {
        return layers.layer(new DenseLayer.Builder().name("0").nOut(units).build())
                .layer(head("1"))
                .setInputType(InputType.feedForward(features))
                .build();
    }

    private MultiLayerConfiguration convolutional(NeuralNetConfiguration.ListBuilder layers) {
        return layers.layer(new ConvolutionLayer.Builder(3, 3).name("0").nOut(4).build())
                .layer(pooling())
                .layer(new DenseLayer.Builder().name("2").nOut(units).build())
                .layer(head("3"))
                .setInputType(InputType.convolutional(side(), side(), 1))
                .build();
    }

    private int side() {
        return (int) Math.sqrt(features);
    }

    private static MultiLayerConfiguration lenet(NeuralNetConfiguration.ListBuilder layers) {
        return layers.layer(new ConvolutionLayer.Builder(5, 5).nOut(6).build())
                .layer(pooling())
                .layer(new ConvolutionLayer.Builder(5, 5).nOut(16).build())
                .layer(pooling())
                .layer(new DenseLayer.Builder().nOut(120).build())
                .layer(new DenseLayer.Builder().nOut(84).build())
                .layer(head("6"))
                .setInputType(InputType.convolutional(28, 28, 1))
                .build();
    }

    private static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    private static OutputLayer head(String name) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .name(name)
                .activation(Activation.SOFTMAX)
                .nOut(CLASSES)
                .build();
    }

    /** Normal numbers, and classes drawn from all. */
    DataSet data(long seed) {
        Random random = new Random(seed);
        double[] values = new double[EXAMPLES * features];
        Arrays.setAll(values, i -> random.nextGaussian());
        INDArray inputs = Nd4j.createFromArray(values).reshape('c', EXAMPLES, features);
        INDArray classes = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, CLASSES);
        for (int row = 0; row < EXAMPLES; row++) {
            classes.putScalar(row, random.nextInt(CLASSES), 1);
        }
        boolean isImage = this == LENET || this == CONVOLUTIONAL;
        return new DataSet(
                isImage ? inputs.reshape('c', EXAMPLES, 1, side(), side()) : inputs, classes);
    }
}
