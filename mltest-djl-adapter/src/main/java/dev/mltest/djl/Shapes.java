package dev.mltest.djl;

import dev.mltest.model.Shape;

/** DJL's shapes and mltest's. */
final class Shapes {

    private Shapes() {}

    static Shape of(ai.djl.ndarray.types.Shape shape) {
        return Shape.of(shape.getShape());
    }

    static ai.djl.ndarray.types.Shape of(Shape shape) {
        return new ai.djl.ndarray.types.Shape(shape.sizes());
    }
}
