package dev.mltest.sample.broken.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** A loss of what is in front of the output activation, with its gradient worked out by hand. */
abstract class HandwrittenLoss implements ILossFunction {

    private static final long serialVersionUID = 1L;

    /** The loss of each example [N x 1]. */
    abstract INDArray ofExamples(INDArray labels, INDArray values);

    /** How each example's loss changes with its values. */
    abstract INDArray gradient(INDArray labels, INDArray values);

    @Override
    public double computeScore(
            INDArray labels,
            INDArray values,
            IActivation activation,
            INDArray mask,
            boolean average) {
        INDArray losses = computeScoreArray(labels, values, activation, mask);
        return (average ? losses.meanNumber() : losses.sumNumber()).doubleValue();
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray values, IActivation activation, INDArray mask) {
        return ofExamples(labels.castTo(values.dataType()), values);
    }

    @Override
    public INDArray computeGradient(
            INDArray labels, INDArray values, IActivation activation, INDArray mask) {
        return gradient(labels.castTo(values.dataType()), values);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels,
            INDArray values,
            IActivation activation,
            INDArray mask,
            boolean average) {
        return new Pair<>(
                computeScore(labels, values, activation, mask, average),
                computeGradient(labels, values, activation, mask));
    }

    @Override
    public String name() {
        return getClass().getSimpleName();
    }
}
