package dev.mltest.dl4j;

import dev.mltest.model.NotAvailableException;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

import java.util.stream.IntStream;

/**
 * Batch normalisation by running statistics, forward and backward: an affine map. DL4J itself goes
 * backward by batch statistics only.
 */
final class FixedNormalization extends BaseWrapperLayer {

    private static final long serialVersionUID = 1L;

    private final transient BatchNormalization layer;

    FixedNormalization(BatchNormalization layer) {
        super(layer);
        this.layer = layer;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr manager) {
        return layer.activate(false, manager);
    }

    @Override
    public INDArray activate(INDArray input, boolean training, LayerWorkspaceMgr manager) {
        return layer.activate(input, false, manager);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr manager) {
        INDArray input = layer.input().castTo(epsilon.dataType());
        int axis = channelAxis(input);
        int[] others = IntStream.range(0, input.rank()).filter(i -> i != axis).toArray();
        INDArray slope = Transforms.pow(variance().add(layer.layerConf().getEps()), -0.5);
        INDArray mean = part(BatchNormalizationParamInitializer.GLOBAL_MEAN);
        INDArray gain = slope;
        Gradient gradient = new DefaultGradient();
        if (layer.layerConf().isLockGammaBeta()) {
            gain = slope.mul(lockedGamma());
        } else {
            INDArray normal = input.sub(spread(mean, input, axis)).muli(spread(slope, input, axis));
            put(gradient, BatchNormalizationParamInitializer.GAMMA, normal.muli(epsilon), others);
            put(gradient, BatchNormalizationParamInitializer.BETA, epsilon, others);
            gain = slope.mul(part(BatchNormalizationParamInitializer.GAMMA));
        }
        return new Pair<>(gradient, epsilon.mul(spread(gain, input, axis)));
    }

    /** DL4J applies a locked gamma only beside a beta other than 0. */
    private double lockedGamma() {
        return layer.layerConf().getBeta() == 0 ? 1 : layer.layerConf().getGamma();
    }

    private static void put(Gradient gradient, String name, INDArray values, int... others) {
        gradient.setGradientFor(name, values.sum(others));
    }

    private INDArray variance() {
        if (!layer.layerConf().isUseLogStd()) {
            return part(BatchNormalizationParamInitializer.GLOBAL_VAR);
        }
        INDArray logarithm = part(BatchNormalizationParamInitializer.GLOBAL_LOG_STD);
        return Transforms.exp(logarithm.mul(2 * Math.log(10)));
    }

    private INDArray part(String name) {
        return layer.getParam(name).ravel();
    }

    private static INDArray spread(INDArray channels, INDArray like, int axis) {
        long[] shape = IntStream.range(0, like.rank())
                .mapToLong(i -> i == axis ? channels.length() : 1)
                .toArray();
        return channels.reshape(shape).broadcast(like.shape());
    }

    private int channelAxis(INDArray input) {
        if (input.rank() != 2 && input.rank() != 4) {
            throw new NotAvailableException(
                    "DL4J has no gradient for batch normalisation of sequences in inference mode");
        }
        boolean last = input.rank() == 4 && layer.layerConf().getCnn2DFormat() == CNN2DFormat.NHWC;
        return last ? 3 : 1;
    }
}
