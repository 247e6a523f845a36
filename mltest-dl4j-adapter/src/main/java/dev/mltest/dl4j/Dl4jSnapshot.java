package dev.mltest.dl4j;

import dev.mltest.model.Snapshot;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Weights, running statistics, updater state, counts, and where the noise stands. */
final class Dl4jSnapshot implements Snapshot {

    private final Network network;
    private final Noise noise;
    private final @Nullable INDArray weights;
    private final @Nullable INDArray updater;
    private final Network.Counters counters;
    private final double score;
    private final Noise.State state;

    Dl4jSnapshot(Network network, Noise noise) {
        this.network = network;
        this.noise = noise;
        weights = network.vector().map(HeapValues::vector).orElse(null);
        updater = network.updaterState().map(HeapValues::vector).orElse(null);
        counters = network.counters();
        score = network.score();
        state = noise.state();
    }

    boolean isOf(Network other) {
        return network == other;
    }

    void putBack() {
        INDArray values = weights;
        if (values != null) {
            network.vector().ifPresent(live -> live.assign(values));
        }
        INDArray moments = updater;
        if (moments != null) {
            network.updaterState().ifPresent(live -> live.assign(moments));
        }
        network.counters(counters);
        network.score(score);
        noise.restore(state);
    }

    @Override
    public void close() {
        free(weights);
        free(updater);
    }

    private static void free(@Nullable INDArray array) {
        if (array != null && !array.wasClosed()) {
            array.close();
        }
    }
}
