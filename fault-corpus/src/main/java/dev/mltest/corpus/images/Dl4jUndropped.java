package dev.mltest.corpus.images;

import dev.mltest.corpus.program.Program;

import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;

/** M2 without dropout, in DL4J. */
class Dl4jUndropped extends Dl4jCnn {

    @Override
    public Program twin() {
        return new Dl4jUndropped();
    }

    @Override
    Chain classifier(Chain layers) {
        return layers.add("flatten", new PreprocessorVertex(flatten())).add("head", head());
    }
}
