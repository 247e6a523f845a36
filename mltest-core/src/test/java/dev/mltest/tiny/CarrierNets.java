package dev.mltest.tiny;

import static dev.mltest.tiny.TinyLoss.MEAN_SQUARED_ERROR;
import static dev.mltest.tiny.TinyLoss.SOFTMAX_CROSS_ENTROPY;

import dev.mltest.model.NotAvailableException;
import dev.mltest.testing.contract.Carrier;
import dev.mltest.tiny.TinyLayers.Dense;
import dev.mltest.tiny.TinyLayers.Tanh;

/** The contract's networks, as far as Tiny can build them. */
final class CarrierNets {

    private CarrierNets() {}

    static TinyNet of(Carrier carrier, long seed) {
        return switch (carrier) {
            case LINEAR_REGRESSION -> TinyNet.of(seed, MEAN_SQUARED_ERROR, new Dense("head", 3, 1));
            case MLP ->
                classifier(
                        seed, new Dense("hidden", 4, 5), new Tanh("tanh"), new Dense("head", 5, 3));
            case CNN -> throw new NotAvailableException("Tiny has no convolution");
            case LSTM -> throw new NotAvailableException("Tiny has no recurrent layer");
            case RESIDUAL -> throw new NotAvailableException("a Tiny network is a mere chain");
            case TWO_INPUTS -> throw new NotAvailableException("a Tiny network takes one input");
        };
    }

    /** One layer of 4 by 4 at two places. */
    static TinyNet tied(long seed) {
        Dense shared = new Dense("shared", 4, 4);
        return classifier(
                seed,
                shared,
                new Tanh("tanh1"),
                shared,
                new Tanh("tanh2"),
                new Dense("head", 4, 3));
    }

    static TinyNet classifier(long seed, TinyLayer... layers) {
        return TinyNet.of(seed, SOFTMAX_CROSS_ENTROPY, layers);
    }
}
