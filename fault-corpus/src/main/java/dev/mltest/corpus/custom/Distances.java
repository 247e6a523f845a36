package dev.mltest.corpus.custom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** Minus the squared distance of an embedded point from each of some centres. */
abstract class Distances extends AbstractBlock {

    final int classes;

    Distances(int classes) {
        this.classes = classes;
    }

    /** One row for each class. */
    abstract NDArray centres(ParameterStore store, NDArray points, boolean training);

    NDArray similarity(NDArray points, NDArray centres) {
        return points.expandDims(1)
                .sub(centres.expandDims(0))
                .square()
                .sum(new int[] {2})
                .neg();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        NDArray points = inputs.singletonOrThrow();
        return new NDList(similarity(points, centres(store, points, training)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), classes)};
    }
}
