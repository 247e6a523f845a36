package dev.mltest.corpus.custom;

import dev.mltest.corpus.dl4j.RowLoss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Minus the logarithm of the probability of the right class. */
class NearestPrototypeLoss extends RowLoss {

    private static final long serialVersionUID = 1;

    @Override
    protected INDArray each(INDArray labels, INDArray logits) {
        return logProbabilities(logits).mul(labels).sum(true, 1).neg();
    }

    @Override
    protected INDArray slope(INDArray labels, INDArray logits) {
        return Transforms.exp(logProbabilities(logits)).sub(labels);
    }

    INDArray logProbabilities(INDArray logits) {
        INDArray shifted = logits.subColumnVector(logits.max(true, 1));
        return shifted.subColumnVector(Transforms.log(Transforms.exp(shifted).sum(true, 1)));
    }
}
