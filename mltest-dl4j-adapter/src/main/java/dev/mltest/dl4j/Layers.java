package dev.mltest.dl4j;

import dev.mltest.model.NotAvailableException;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.layers.BaseOutputLayer;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.layers.ocnn.OCNNOutputLayer;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks at layers as they run, through what wraps them. */
final class Layers {

    private Layers() {}

    /** Whether the layer, or one it wraps, keeps its weights in training. */
    static boolean isFrozen(Layer layer) {
        return layer instanceof FrozenLayer
                || layer instanceof FrozenLayerWithBackprop
                || (layer instanceof BaseWrapperLayer wrapper && isFrozen(wrapper.getUnderlying()));
    }

    /** The layer without its wrappers. */
    static Layer unwrapped(Layer layer) {
        return layer instanceof BaseWrapperLayer wrapper
                ? unwrapped(wrapper.getUnderlying())
                : layer;
    }

    /**
     * The layer as one that computes a loss.
     *
     * @throws NotAvailableException if it is none
     */
    static IOutputLayer output(String model, Layer layer) {
        if (unwrapped(layer) instanceof IOutputLayer output) {
            return output;
        }
        throw new NotAvailableException(
                "the last layer of '%s' is a %s, which has no loss; end the network with an OutputLayer or a LossLayer"
                        .formatted(model, unwrapped(layer).getClass().getSimpleName()));
    }

    /** Makes an output layer give its values where the target is padding too, as it predicts. */
    static void showPadding(Layer layer, @Nullable INDArray targetMask) {
        if (targetMask != null) {
            layer.setMaskArray(null);
        }
    }

    /** Whether the loss of this output layer is a mean over the examples, not their sum. */
    static boolean averages(IOutputLayer output) {
        boolean asConfigured =
                output instanceof BaseOutputLayer || output instanceof OCNNOutputLayer;
        return !asConfigured || output.conf().isMiniBatch();
    }
}
