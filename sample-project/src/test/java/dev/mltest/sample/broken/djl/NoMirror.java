package dev.mltest.sample.broken.djl;

import static dev.mltest.relation.Relation.invariantUnder;
import static dev.mltest.relation.Transformations.flip;

import ai.djl.nn.Block;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.djl.FlipInvariant;
import dev.mltest.sample.djl.ShapeClassifier;

/** The {@link ShapeClassifier}, but what makes it {@link FlipInvariant} is left out. */
final class NoMirror {

    private NoMirror() {}

    static Block block() {
        return ShapeClassifier.network(ShapeClassifier.features(ShapeClassifier.edges()));
    }

    static ModelUnderTest model() {
        return Models.shapeClassifier("no-mirror", NoMirror::block)
                .declare(invariantUnder(flip(-1)))
                .build();
    }
}
