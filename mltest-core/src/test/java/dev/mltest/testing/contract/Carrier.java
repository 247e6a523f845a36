package dev.mltest.testing.contract;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import java.util.List;
import java.util.Map;

/**
 * A small network that an adapter's author builds in the framework, exactly as described, so that
 * the contract can hold it against a plain-Java reference. Every classifier has three classes and
 * is trained with the mean cross entropy; whether it hands out logits or probabilities is told by
 * its task. Every network is trained with Adam at rate 0.01.
 *
 * <p>The reference knows weights by name. Those of a dense layer {@code x} are {@code x.weight} of
 * shape [inputs x outputs] and {@code x.bias} of shape [outputs].
 */
public enum Carrier {
    /**
     * Input [N x 3], a dense layer {@code head} of one output, mean squared error with targets [N x
     * 1].
     */
    LINEAR_REGRESSION("head"),

    /** Input [N x 4], dense {@code hidden} of 5, tanh, dense {@code head} of 3. */
    MLP("hidden", "head"),

    /**
     * Images [N x 1 x 6 x 6]: {@code convolution} of two 3 x 3 filters without padding,
     * {@code norm}: batch normalisation with epsilon 1e-5, tanh, flattening in the order channel,
     * row, column, dropout of 0.3 before dense {@code head} of 3. The reference's weights:
     * {@code convolution.weight} [2 x 1 x 3 x 3], {@code convolution.bias} [2], {@code norm.gamma},
     * {@code norm.beta}, {@code norm.mean}, {@code norm.variance}, each [2].
     */
    CNN("convolution", "norm", "head"),

    /**
     * Sequences [N x 5 x 2] (time before features) with a mask [N x 5]: an {@code lstm} of 4 units,
     * the mean of its outputs over the steps that the mask keeps, dense {@code head} of 3. The
     * reference's weights: {@code lstm.input} [2 x 16], {@code lstm.recurrent} [4 x 16],
     * {@code lstm.bias} [16], in blocks of four columns for input gate, forget gate, candidate and
     * output gate.
     */
    LSTM("lstm", "head"),

    /**
     * Input [N x 4], dense {@code stem} of 4, plus tanh of dense {@code branch} of 4 on the stem's
     * outputs, dense {@code head} of 3.
     */
    RESIDUAL("stem", "branch", "head"),

    /**
     * Inputs {@code left} [N x 3] and {@code right} [N x 2], joined to [N x 5], dense
     * {@code hidden} of 5, tanh, dense {@code head} of 3.
     */
    TWO_INPUTS("hidden", "head");

    private final List<String> layers;

    Carrier(String... layers) {
        this.layers = List.of(layers);
    }

    /** Names of the layers that hold weights, in the order of a forward pass. */
    public List<String> layers() {
        return layers;
    }

    /** Whether passes in training mode draw random numbers. */
    public boolean hasDropout() {
        return this == CNN;
    }

    /** Whether passes in training mode see the other examples of the batch. */
    public boolean hasBatchNorm() {
        return this == CNN;
    }

    /** The data it is tried on, in the layout of the description; class indices as targets. */
    public Batch batch() {
        return CarrierBatches.of(this);
    }

    /**
     * What the reference puts out in inference mode for these weights: [N x 3] logits or [N x 1].
     */
    public ArrayTensor referenceOutputs(Map<String, ArrayTensor> weights, Batch batch) {
        return new PlainCarrier(weights).outputs(this, batch);
    }

    /** In words, for reports. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
