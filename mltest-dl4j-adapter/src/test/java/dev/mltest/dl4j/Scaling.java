package dev.mltest.dl4j;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.Map;

/** Multiplies each of 16 features by a weight of its own, written in SameDiff. */
class Scaling extends SameDiffLayer {

    private static final long serialVersionUID = 1L;

    @Override
    public SDVariable defineLayer(
            SameDiff graph, SDVariable input, Map<String, SDVariable> weights, SDVariable mask) {
        return input.mul(weights.get("scale"));
    }

    @Override
    public void defineParameters(SDLayerParams parameters) {
        parameters.addWeightParam("scale", 1, 16);
    }

    @Override
    public void initializeParameters(Map<String, INDArray> parameters) {
        parameters.values().forEach(scale -> scale.assign(1));
    }

    @Override
    public InputType getOutputType(int index, InputType input) {
        return input;
    }
}
