package dev.mltest.benchmark;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.util.Objects;
import java.util.Random;

/** A network whose backward pass adds an error to the gradient of one parameter. */
@SuppressWarnings("overrides") // DL4J declares doEvaluation with an array and with varargs
final class WronglyDifferentiated extends MultiLayerNetwork {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final double size;
    private final long seed;

    /**
     * The network of a configuration, not yet initialised.
     *
     * @param parameter key of the parameter
     * @param size norm of the error over the norm of the gradient
     * @param seed of the error's direction
     */
    WronglyDifferentiated(
            MultiLayerConfiguration configuration, String parameter, double size, long seed) {
        super(configuration);
        this.parameter = parameter;
        this.size = size;
        this.seed = seed;
    }

    @Override
    public void computeGradientAndScore() {
        super.computeGradientAndScore();
        spoil(gradient());
    }

    @Override
    public Pair<Gradient, INDArray> calculateGradients(
            INDArray features, INDArray label, INDArray featuresMask, INDArray labelMask) {
        Pair<Gradient, INDArray> both =
                super.calculateGradients(features, label, featuresMask, labelMask);
        spoil(both.getFirst());
        return both;
    }

    @Override
    public MultiLayerNetwork convertDataType(DataType type) {
        return alike(super.convertDataType(type));
    }

    @Override
    public MultiLayerNetwork clone() {
        return alike(super.clone());
    }

    private MultiLayerNetwork alike(MultiLayerNetwork right) {
        MultiLayerNetwork wrong = new WronglyDifferentiated(
                right.getLayerWiseConfigurations(), parameter, size, seed);
        wrong.init(right.params().dup(), false);
        return wrong;
    }

    private void spoil(Gradient gradient) {
        INDArray slope = Objects.requireNonNull(gradient.gradientForVariable().get(parameter));
        INDArray error = normal(slope);
        double factor =
                size * slope.norm2Number().doubleValue() / error.norm2Number().doubleValue();
        slope.addi(error.muli(factor));
    }

    private INDArray normal(INDArray like) {
        Random random = new Random(seed);
        double[] values =
                random.doubles(like.length()).map(u -> random.nextGaussian()).toArray();
        return Nd4j.createFromArray(values).castTo(like.dataType()).reshape('c', like.shape());
    }
}
