package dev.mltest.corpus.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** A loss written by hand for a layer with identity activation: a number for each example. */
public abstract class RowLoss implements ILossFunction {

    private static final long serialVersionUID = 1;

    /** The loss of each example. */
    protected abstract INDArray each(INDArray labels, INDArray outputs);

    /** The derivative of each example's loss by its outputs. */
    protected abstract INDArray slope(INDArray labels, INDArray outputs);

    @Override
    public final INDArray computeScoreArray(
            INDArray labels, INDArray outputs, IActivation identity, @Nullable INDArray mask) {
        return each(labels.castTo(outputs.dataType()), outputs).reshape(outputs.size(0), 1);
    }

    @Override
    public final double computeScore(
            INDArray labels,
            INDArray outputs,
            IActivation identity,
            @Nullable INDArray mask,
            boolean average) {
        INDArray scores = computeScoreArray(labels, outputs, identity, mask);
        return scores.sumNumber().doubleValue() / (average ? scores.size(0) : 1);
    }

    @Override
    public final INDArray computeGradient(
            INDArray labels, INDArray outputs, IActivation identity, @Nullable INDArray mask) {
        return slope(labels.castTo(outputs.dataType()), outputs);
    }

    @Override
    public final Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels,
            INDArray outputs,
            IActivation identity,
            @Nullable INDArray mask,
            boolean average) {
        return Pair.of(
                computeScore(labels, outputs, identity, mask, average),
                computeGradient(labels, outputs, identity, mask));
    }

    @Override
    public final String name() {
        return getClass().getSimpleName();
    }
}
