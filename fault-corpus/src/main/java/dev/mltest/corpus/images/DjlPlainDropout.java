package dev.mltest.corpus.images;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** A dropout of one's own. */
final class DjlPlainDropout extends AbstractBlock {

    private final float rate;

    DjlPlainDropout(float rate) {
        this.rate = rate;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        NDArray values = inputs.singletonOrThrow();
        if (!training) {
            return new NDList(values);
        }
        NDArray kept = values.getManager()
                .randomUniform(0, 1, values.getShape())
                .gte(rate)
                .toType(DataType.FLOAT32, false);
        return new NDList(values.mul(kept));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return inputShapes;
    }
}
