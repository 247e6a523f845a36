package dev.mltest.corpus.gan;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The same values with the opposite gradient. */
class Reversal extends BaseActivationFunction {

    private static final long serialVersionUID = 1;

    @Override
    public INDArray getActivation(INDArray x, boolean training) {
        return x;
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray x, INDArray epsilon) {
        return Pair.of(epsilon.neg(), null);
    }
}
