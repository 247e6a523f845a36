package dev.mltest.corpus.custom;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The logarithm of 1 + exp(x), in a form that does not overflow, and its derivative. */
class SoftplusFunction extends BaseActivationFunction {

    private static final long serialVersionUID = 1;

    /** DL4J wants the values written into the array. */
    @Override
    public final INDArray getActivation(INDArray x, boolean training) {
        return x.assign(value(x));
    }

    INDArray value(INDArray x) {
        INDArray correction =
                Transforms.log(Transforms.exp(Transforms.abs(x).neg()).add(1));
        return Transforms.max(x, 0).add(correction);
    }

    @Override
    public final Pair<INDArray, INDArray> backprop(INDArray x, INDArray epsilon) {
        return Pair.of(derivative(x).mul(epsilon), null);
    }

    INDArray derivative(INDArray x) {
        return Transforms.sigmoid(x);
    }
}
