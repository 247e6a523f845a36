package dev.mltest.sample.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

import dev.mltest.sample.Ngrams;

/**
 * One vector for every id, averaged over a row's ids; padding does not count. Order is lost, and
 * more padding changes nothing.
 */
public final class EmbeddingBag extends AbstractBlock {

    private final Parameter weight = addParameter(
            Parameter.builder().setName("weight").setType(Parameter.Type.WEIGHT).build());
    private final int ids;
    private final int width;

    /** Vectors of this width for so many ids. */
    public EmbeddingBag(int ids, int width) {
        this.ids = ids;
        this.width = width;
    }

    @Override
    protected void prepare(Shape[] inputShapes) {
        weight.setShape(new Shape(ids, width));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        NDArray row = inputs.singletonOrThrow();
        NDArray table = parameters.getValue(weight, row.getDevice(), training);
        NDArray vectors = Embedding.embedding(row, table, SparseFormat.DENSE).singletonOrThrow();
        return new NDList(averageOfPresent(vectors, row));
    }

    private static NDArray averageOfPresent(NDArray vectors, NDArray row) {
        NDArray present =
                row.neq(Ngrams.PADDING).toType(vectors.getDataType(), false).expandDims(-1);
        NDArray count = present.sum(new int[] {1}).maximum(1);
        return vectors.mul(present).sum(new int[] {1}).div(count);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {new Shape(inputShapes[0].head(), width)};
    }
}
