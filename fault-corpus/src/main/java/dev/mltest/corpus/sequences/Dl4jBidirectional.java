package dev.mltest.corpus.sequences;

import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;

/** The average state of an LSTM in both directions, in DL4J. */
class Dl4jBidirectional extends Dl4jLstm {

    @Override
    public Program twin() {
        return new Dl4jBidirectional();
    }

    @Override
    ListBuilder summary(ListBuilder layers) {
        return layers.layer(recurrent())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG)
                        .name("average")
                        .build());
    }

    @Override
    Layer recurrent() {
        Bidirectional both = new Bidirectional(Bidirectional.Mode.CONCAT, super.recurrent());
        both.setLayerName("lstm");
        return both;
    }

    @Override
    OutputLayer head() {
        return head(2 * UNITS);
    }

    /** DL4J's backward direction begins with the padding, too, whatever the mask says. */
    @Override
    public ModelUnderTest declared() {
        return declaration().build();
    }
}
