package dev.mltest.corpus.language;

import dev.mltest.corpus.dl4j.HalvedBackwardPass;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.Collection;

/** DL4J's self-attention, one head, with a correct gradient. */
final class SelfAttention extends SelfAttentionLayer {

    private static final long serialVersionUID = 1L;

    SelfAttention() {
        this(1);
    }

    SelfAttention(int width) {
        super(new Builder().nIn(width).nOut(width).nHeads(1).projectInput(true));
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        return HalvedBackwardPass.of(conf, index, parameters, initialize, type);
    }
}
