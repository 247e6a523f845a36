package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.ReachEvidence;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Task;

/**
 * Which values can the outputs take at all? The weights of each of the last layers are turned round
 * and made larger and larger until the outputs cover the targets; what they never reach is beyond
 * them whatever training does.
 */
public record OutputReach() implements Experiment<ReachEvidence> {

    private static final int LAYERS = 3;
    private static final int TRIED = 8;
    private static final double[] FACTORS = {1e2, -1e2, 1e4, -1e4, 1e6, -1e6};

    @Override
    public String id() {
        return "output-reach";
    }

    @Override
    public Class<ReachEvidence> evidenceType() {
        return ReachEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(3 + (long) LAYERS * FACTORS.length + TRIED - LAYERS)
                .plus(new Price(0, 0, 0, 1));
    }

    @Override
    public ReachEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Task task = bench.subject().task();
        Batch batch = bench.batch(0);
        NamedTensors like = model.evaluate(batch, Mode.INFERENCE).outputs().toArrays();
        OwnLoss loss = new OwnLoss(model, batch, like);
        ReachGoal goal = ReachGoal.of(task, batch, like, loss);
        try (Snapshot start = model.snapshot()) {
            LastLayer.of(model).wake();
            ArrayTensor straight = outputs(model, batch);
            LastLayer.of(model).scale(-1);
            ArrayTensor turned = outputs(model, batch);
            model.restore(start);
            ReachedRange range = new ReachedRange(goal.width());
            range.add(straight);
            range.add(turned);
            boolean driven = drive(model, batch, start, straight, range, goal);
            boolean reacts = driven || !straight.equals(turned);
            double cut = CutOutputs.share(straight, turned, goal.areLogits());
            return goal.evidence(range, reacts, cut);
        }
    }

    /** Whether any layer moved the outputs: those of another output's head do not. */
    private static boolean drive(
            Differentiable model,
            Batch batch,
            Snapshot start,
            ArrayTensor straight,
            ReachedRange range,
            ReachGoal goal) {
        int driven = 0;
        int layers = Math.min(TRIED, WeightLayers.of(model).count());
        for (int layer = 0; layer < layers && driven < LAYERS; layer++) {
            boolean moves = true;
            for (int i = 0; i < FACTORS.length && moves && !goal.isMet(range); i++) {
                ArrayTensor scaled = scaled(model, batch, start, layer, FACTORS[i]);
                moves = !scaled.equals(straight);
                range.add(scaled);
            }
            driven += moves ? 1 : 0;
        }
        return driven > 0;
    }

    private static ArrayTensor scaled(
            Differentiable model, Batch batch, Snapshot start, int layer, double factor) {
        LastLayer.of(model).wake();
        WeightLayers.of(model).scale(layer, factor);
        ArrayTensor outputs = outputs(model, batch);
        model.restore(start);
        return outputs;
    }

    private static ArrayTensor outputs(Differentiable model, Batch batch) {
        return model.scoped(() -> model.predict(batch).first().toArray());
    }
}
