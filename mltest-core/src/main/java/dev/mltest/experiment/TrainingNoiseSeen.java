package dev.mltest.experiment;

import dev.mltest.evidence.NoiseEvidence;
import dev.mltest.evidence.NoiseEvidence.OutputNoise;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.TensorDifference;
import dev.mltest.model.TrainingNoise;

import java.util.stream.Stream;

/** Does a forward pass in training mode draw random numbers? Only asked where that is declared. */
public record TrainingNoiseSeen() implements Experiment<NoiseEvidence> {

    static final int PASSES = 4;
    private static final int BATCHES = PASSES / 2;

    @Override
    public String id() {
        return "training-noise";
    }

    @Override
    public Class<NoiseEvidence> evidenceType() {
        return NoiseEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Loops.priced(model, TrainingNoise.class, Price.forwards(PASSES));
    }

    @Override
    public NoiseEvidence perform(Bench bench) {
        bench.subject()
                .declarations()
                .require(
                        TrainingNoise.class,
                        "noise",
                        ".drawsNoiseInTraining() if a pass in training mode draws random numbers");
        return look(bench);
    }

    /** Whether it does, declared or not. */
    static boolean drawsNoise(Bench bench) {
        return look(bench).isNoisy();
    }

    private static NoiseEvidence look(Bench bench) {
        return new NoiseEvidence(bench.batches(BATCHES).stream()
                .flatMap(batch -> onBatch(bench.differentiable(), batch))
                .toList());
    }

    private static Stream<OutputNoise> onBatch(Differentiable model, Batch batch) {
        try (Snapshot before = model.snapshot()) {
            NamedTensors one = outputs(model, batch, 1);
            model.restore(before);
            NamedTensors two = outputs(model, batch, 2);
            model.restore(before);
            return one.asMap().entrySet().stream()
                    .map(entry -> noise(entry.getKey(), entry.getValue(), two.get(entry.getKey())))
                    .toList()
                    .stream();
        }
    }

    private static NamedTensors outputs(Differentiable model, Batch batch, long seed) {
        model.seed(seed);
        return model.evaluate(batch, Mode.TRAINING).outputs().toArrays();
    }

    private static OutputNoise noise(String name, Tensor one, Tensor two) {
        if (!one.shape().equals(two.shape())) {
            return new OutputNoise(name, Double.NaN, 1, one.elementType().epsilon());
        }
        TensorDifference difference = one.differenceFrom(two);
        return new OutputNoise(
                name,
                difference.nonFinite() > 0 ? Double.NaN : difference.maxAbs(),
                one.summary().maxAbs(),
                one.elementType().epsilon());
    }
}
