package dev.mltest.corpus.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer written in SameDiff with the gradient of its forward pass: DL4J 1.0.0-M2.1 hands back
 * twice that, for its own weights and for all below.
 */
public final class HalvedBackwardPass extends SameDiffLayer {

    private static final long serialVersionUID = 1L;

    private HalvedBackwardPass(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    /** What a layer's configuration returns from its {@code instantiate}. */
    public static Layer of(
            NeuralNetConfiguration conf,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        HalvedBackwardPass layer = new HalvedBackwardPass(conf, type);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(conf.getLayer().initializer().init(conf, parameters, initialize));
        layer.setConf(conf);
        return layer;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
            INDArray epsilon, LayerWorkspaceMgr workspaces) {
        Pair<Gradient, INDArray> doubled = super.backpropGradient(epsilon, workspaces);
        doubled.getFirst().gradientForVariable().values().forEach(slope -> slope.divi(2));
        doubled.getSecond().divi(2);
        return doubled;
    }
}
