package dev.mltest.corpus.custom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;

/** Distances from centres that are learnt. */
class Prototypes extends Distances {

    private final Parameter centres = addParameter(Parameter.builder()
            .setName("centres")
            .setType(Parameter.Type.WEIGHT)
            .build());

    Prototypes(int classes) {
        super(classes);
    }

    @Override
    protected void prepare(Shape[] inputs) {
        centres.setShape(new Shape(classes, inputs[0].get(1)));
    }

    @Override
    NDArray centres(ParameterStore store, NDArray points, boolean training) {
        return store.getValue(centres, points.getDevice(), training);
    }
}
