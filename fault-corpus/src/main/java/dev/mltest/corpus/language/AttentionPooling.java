package dev.mltest.corpus.language;

import dev.mltest.corpus.dl4j.HalvedBackwardPass;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.Collection;
import java.util.Map;

/** One learnt query attends to the words of a review [N x width x T]; the result is [N x width]. */
class AttentionPooling extends SameDiffLayer {

    private static final long serialVersionUID = 1L;
    private static final String QUERY = "q";
    private static final int WIDTH = Dl4jEncoder.WIDTH;

    AttentionPooling() {
        weightInit = WeightInit.XAVIER;
    }

    @Override
    public SDVariable defineLayer(
            SameDiff graph, SDVariable words, Map<String, SDVariable> weights, SDVariable mask) {
        SDVariable query = weights.get(QUERY);
        SDVariable scores = words.mul(query).sum(false, 1).div(Math.sqrt(WIDTH));
        SDVariable attention = attention(graph, scores, mask);
        return words.mul(graph.expandDims(attention, 1)).sum(false, 2);
    }

    /** How much is attended to each word, from scores [N x T]. */
    SDVariable attention(SameDiff graph, SDVariable scores, SDVariable mask) {
        return graph.nn.softmax(scores.add(hiding(graph, mask)), 1);
    }

    /** Added to scores [N x T] so that nobody attends to padding. */
    SDVariable hiding(SameDiff graph, SDVariable mask) {
        return mask.sub(1).mul(1e9);
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

    @Override
    public void defineParameters(SDLayerParams parameters) {
        parameters.addWeightParam(QUERY, 1, WIDTH, 1);
    }

    @Override
    public void initializeParameters(Map<String, INDArray> parameters) {
        parameters.values().forEach(query -> initWeights(WIDTH, 1, WeightInit.XAVIER, query));
    }

    @Override
    public InputType getOutputType(int index, InputType input) {
        return InputType.feedForward(WIDTH);
    }

    @Override
    public Pair<@Nullable INDArray, @Nullable MaskState> feedForwardMaskArray(
            INDArray mask, MaskState state, int size) {
        return new Pair<>(null, null);
    }
}
