package dev.mltest.corpus.images;

import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformations;

import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;

/** M2 in DL4J, seen together with its mirror image. */
class Dl4jMirrored extends Dl4jCnn {

    @Override
    public Program twin() {
        return new Dl4jMirrored();
    }

    @Override
    Chain features(Chain layers) {
        String picture = layers.last();
        Mirror mirror = new Mirror(mirroredAxis());
        return super.features(layers.add("mirror", new PreprocessorVertex(mirror))
                .add("symmetric", new ElementWiseVertex(ElementWiseVertex.Op.Average), picture));
    }

    /** Of [N x channels x rows x columns]. */
    int mirroredAxis() {
        return 3;
    }

    @Override
    public ModelUnderTest declared() {
        return declaration()
                .declare(Relation.invariantUnder(Transformations.flip(-1)))
                .build();
    }
}
