package dev.mltest.dl4j;

import dev.mltest.model.NotAvailableException;

import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.util.TimeSeriesUtils;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * The loss function of an output layer, by itself.
 *
 * @param function the loss
 * @param activation stands for the layer's own, which has been applied already
 * @param sequences the format of sequences; null if the outputs are none
 */
record OutputLoss(
        ILossFunction function,
        IActivation activation,
        @Nullable RNNFormat sequences) {

    static OutputLoss of(IOutputLayer layer) {
        Layer conf = layer.conf().getLayer();
        if (conf.getClass() == OutputLayer.class || conf.getClass() == RnnOutputLayer.class) {
            BaseOutputLayer output = (BaseOutputLayer) conf;
            RNNFormat format = conf instanceof RnnOutputLayer rnn ? rnn.getRnnDataFormat() : null;
            return new OutputLoss(output.getLossFn(), applied(output.getActivationFn()), format);
        }
        if (conf instanceof LossLayer loss) {
            return new OutputLoss(loss.getLossFn(), applied(loss.getActivationFn()), null);
        }
        throw new NotAvailableException("DL4J does not evaluate the loss of a %s by itself"
                .formatted(conf.getClass().getSimpleName()));
    }

    private static IActivation applied(IActivation activation) {
        return activation instanceof ActivationSoftmax
                ? new AppliedSoftmax()
                : new ActivationIdentity();
    }

    /** Sum over the examples. */
    double at(INDArray targets, INDArray outputs, @Nullable INDArray mask) {
        return function.computeScore(
                rows(targets), rows(outputs), activation, maskRows(mask), false);
    }

    private INDArray rows(INDArray values) {
        if (sequences == null || values.rank() != 3) {
            return values;
        }
        INDArray channelsFirst = sequences == RNNFormat.NWC ? values.permute(0, 2, 1) : values;
        return TimeSeriesUtils.reshape3dTo2d(channelsFirst, Network.OUTSIDE, ArrayType.INPUT);
    }

    private @Nullable INDArray maskRows(@Nullable INDArray mask) {
        if (mask == null || sequences == null) {
            return mask;
        }
        return mask.rank() == 3
                ? rows(mask)
                : TimeSeriesUtils.reshapeTimeSeriesMaskToVector(
                        mask, Network.OUTSIDE, ArrayType.INPUT);
    }

    /** Softmax that has been applied; losses still recognise it and clip as they do. */
    private static final class AppliedSoftmax extends ActivationSoftmax {

        private static final long serialVersionUID = 1L;

        @Override
        public INDArray getActivation(INDArray values, boolean training) {
            return values;
        }
    }
}
