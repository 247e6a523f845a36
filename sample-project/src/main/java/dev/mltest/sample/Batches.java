package dev.mltest.sample;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;

/** The sample data as mltest wants it: all examples in one batch. */
public final class Batches {

    private Batches() {}

    /** Rows of ids with the languages they are in. */
    public static Batch of(LanguageNames names) {
        Shape rows = Shape.of(names.size(), Ngrams.LENGTH);
        return Batch.of(
                ArrayTensor.ofLongs(rows, names.ngrams()),
                ArrayTensor.ofLongs(Shape.of(names.size()), names.labels()));
    }

    /** Images with the kinds they show. */
    public static Batch ofKinds(Shapes shapes) {
        return Batch.of(
                images(shapes), ArrayTensor.ofLongs(Shape.of(shapes.size()), shapes.labels()));
    }

    /** Images with how large their shapes are. */
    public static Batch ofAreas(Shapes shapes) {
        return Batch.of(
                images(shapes), ArrayTensor.ofFloats(Shape.of(shapes.size()), shapes.areas()));
    }

    private static ArrayTensor images(Shapes shapes) {
        Shape images = Shape.of(shapes.size(), 1, Shapes.SIZE, Shapes.SIZE);
        return ArrayTensor.ofFloats(images, shapes.pixels());
    }
}
