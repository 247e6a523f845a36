package dev.mltest.sample.broken.dl4j;

import static dev.mltest.relation.Relation.invariantUnder;
import static dev.mltest.relation.Transformations.flip;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.dl4j.Mirror;
import dev.mltest.sample.dl4j.ShapeClassifier;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.StackVertex;

/** The {@link ShapeClassifier}, but both of its views are the image as it is: no {@link Mirror}. */
final class NoMirror {

    private NoMirror() {}

    static GraphBuilder graph(long seed) {
        return ShapeClassifier.graph(seed)
                .removeVertex("views", false)
                .removeVertex("mirror", false)
                .addVertex("views", new StackVertex(), "image", "image");
    }

    static ModelUnderTest model() {
        return Models.shapeClassifier("dl4j-no-mirror", NoMirror::graph)
                .declare(invariantUnder(flip(-1)))
                .build();
    }
}
