package dev.mltest.corpus.images;

import dev.mltest.corpus.program.Program;

import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

/** M2 with half of the features dropped, in DL4J. */
class Dl4jHalfDropped extends Dl4jCnn {

    @Override
    public Program twin() {
        return new Dl4jHalfDropped();
    }

    @Override
    Layer dropout() {
        return new DropoutLayer(0.5);
    }
}
