package dev.mltest.dl4j;

import dev.mltest.model.Batch;

import org.deeplearning4j.nn.api.NeuralNetwork;

import java.util.function.LongFunction;

/** Every small network with a batch that fits. */
enum Networks {
    REGRESSION(Nets::regression, Samples.numbers(5, 3)),
    MLP(Nets::mlp, Samples.classes(6, 4)),
    SUMMED(seed -> Nets.mlp(Nets.conf(seed).miniBatch(false)), Samples.classes(6, 4)),
    NORMALIZED(Nets::normalized, Samples.classes(6, 4)),
    CNN(Nets::cnn, Samples.classes(4, 1, 6, 6)),
    LSTM(Nets::lstm, Samples.sequences(4, 2, 5)),
    LAST_STEP(Nets::lastStep, Samples.classes(4, 2, 5)),
    LAST_STEP_MASKED(Nets::lastStep, Samples.sequences(4, 2, 5)),
    TAGGER(Nets::tagger, Samples.tagged(4, 2, 5)),
    RESIDUAL(Nets::residual, Samples.classes(6, 4)),
    PREACTIVATED(Nets::preactivated, Samples.classes(6, 4)),
    PAIRS(Nets::pairs, Samples.pairs(6));

    final LongFunction<? extends NeuralNetwork> network;
    final Batch batch;

    Networks(LongFunction<? extends NeuralNetwork> network, Batch batch) {
        this.network = network;
        this.batch = batch;
    }

    boolean isNoisy() {
        return this == CNN || this == PAIRS;
    }
}
