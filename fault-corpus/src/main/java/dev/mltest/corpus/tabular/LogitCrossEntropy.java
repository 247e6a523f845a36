package dev.mltest.corpus.tabular;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** A loss for DL4J that takes logits: cross-entropy with the softmax inside. */
public final class LogitCrossEntropy implements ILossFunction {

    private static final long serialVersionUID = 1;
    private static final ILossFunction ENTROPY = new LossMCXENT();
    private static final IActivation SOFTMAX = new ActivationSoftmax();

    @Override
    public double computeScore(
            INDArray labels,
            INDArray logits,
            IActivation identity,
            @Nullable INDArray mask,
            boolean average) {
        return ENTROPY.computeScore(labels, logits, SOFTMAX, mask, average);
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray logits, IActivation identity, @Nullable INDArray mask) {
        return ENTROPY.computeScoreArray(labels, logits, SOFTMAX, mask);
    }

    @Override
    public INDArray computeGradient(
            INDArray labels, INDArray logits, IActivation identity, @Nullable INDArray mask) {
        return ENTROPY.computeGradient(labels, logits, SOFTMAX, mask);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels,
            INDArray logits,
            IActivation identity,
            @Nullable INDArray mask,
            boolean average) {
        return ENTROPY.computeGradientAndScore(labels, logits, SOFTMAX, mask, average);
    }

    @Override
    public String name() {
        return "cross-entropy of logits";
    }
}
