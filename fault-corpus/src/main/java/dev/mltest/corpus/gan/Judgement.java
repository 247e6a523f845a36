package dev.mltest.corpus.gan;

import dev.mltest.corpus.dl4j.RowLoss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The cross-entropy of a judgement from its logit; labels are 0 or 1. */
class Judgement extends RowLoss {

    private static final long serialVersionUID = 1;

    @Override
    protected INDArray each(INDArray labels, INDArray logits) {
        INDArray correction =
                Transforms.log(Transforms.exp(Transforms.abs(logits).neg()).add(1));
        return Transforms.max(logits, 0).add(correction).sub(labels.mul(logits));
    }

    @Override
    protected INDArray slope(INDArray labels, INDArray logits) {
        return Transforms.sigmoid(logits).sub(labels);
    }
}
