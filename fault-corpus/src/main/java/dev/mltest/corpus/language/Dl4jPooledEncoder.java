package dev.mltest.corpus.language;

import dev.mltest.corpus.program.Program;

import org.deeplearning4j.nn.conf.layers.Layer;

/** The encoder with an attention of its own in place of the sum, since DL4J's cannot be edited. */
class Dl4jPooledEncoder extends Dl4jEncoder {

    @Override
    public Program twin() {
        return new Dl4jPooledEncoder();
    }

    @Override
    Layer pooling() {
        return new AttentionPooling();
    }
}
