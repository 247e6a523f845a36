package dev.mltest.dl4j;

import dev.mltest.model.Mode;
import dev.mltest.model.Snapshot;

import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Weights, updater states, counts, and where the noise stands. */
final class SameDiffSnapshot implements Snapshot {

    private final SameDiffSubject subject;
    private final Map<INDArray, INDArray> weights = new IdentityHashMap<>();
    private final UpdaterStates updaters;
    private final Network.Counters counters;
    private final Map<Mode, Noise.State> noise = new EnumMap<>(Mode.class);

    SameDiffSnapshot(SameDiffSubject subject, Weights given) {
        this.subject = subject;
        given.byPath()
                .values()
                .forEach(weight -> weights.put(weight.array(), HeapValues.vector(weight.array())));
        updaters = new UpdaterStates(subject.graph());
        counters = counters();
        for (Mode mode : Mode.values()) {
            noise.put(mode, subject.noise(mode).state());
        }
    }

    private Network.Counters counters() {
        TrainingConfig config = subject.graph().getTrainingConfig();
        return config == null
                ? new Network.Counters(0, 0)
                : new Network.Counters(config.getIterationCount(), config.getEpochCount());
    }

    boolean isOf(SameDiffSubject other) {
        return subject == other;
    }

    void putBack() {
        weights.forEach(INDArray::assign);
        updaters.putBack(subject.graph());
        TrainingConfig config = subject.graph().getTrainingConfig();
        if (config != null) {
            config.setIterationCount(counters.iteration());
            config.setEpochCount(counters.epoch());
        }
        noise.forEach((mode, state) -> subject.noise(mode).restore(state));
    }

    @Override
    public void close() {
        weights.values().stream().filter(copy -> !copy.wasClosed()).forEach(INDArray::close);
        updaters.close();
    }
}
