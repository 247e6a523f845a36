package dev.mltest.corpus.bags;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;

import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;

import java.util.Random;

/** The bag of words over a random embedding that is not trained, in DJL. */
class DjlFrozenBag extends DjlBag {

    @Override
    public Program twin() {
        return new DjlFrozenBag();
    }

    /** What draws the embedding. */
    Random generator() {
        return new Random(7);
    }

    @Override
    Block embedding() {
        Block embedding = super.embedding();
        embedding.setInitializer((manager, shape, type) -> table(manager, shape), "embedding");
        embedding.freezeParameters(true);
        return embedding;
    }

    private NDArray table(NDManager manager, Shape shape) {
        int rows = Math.toIntExact(shape.get(0));
        return manager.create(RandomRows.of(rows, WIDTH, generator()), shape);
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().frozen("embedding/**").build();
    }
}
