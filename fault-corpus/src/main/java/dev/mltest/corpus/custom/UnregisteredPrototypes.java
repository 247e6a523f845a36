package dev.mltest.corpus.custom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** Distances from centres that are held in a field. */
class UnregisteredPrototypes extends Distances {

    private @Nullable NDArray centres;

    UnregisteredPrototypes(int classes) {
        super(classes);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        centres = manager.randomNormal(0, 1, new Shape(classes, inputs[0].get(1)), type);
    }

    @Override
    NDArray centres(ParameterStore store, NDArray points, boolean training) {
        return Objects.requireNonNull(centres);
    }
}
