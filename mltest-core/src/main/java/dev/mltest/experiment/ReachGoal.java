package dev.mltest.experiment;

import dev.mltest.evidence.ReachEvidence;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Task;

import java.util.Optional;
import java.util.stream.DoubleStream;

/** What outputs are wanted to reach: real targets, or labels by any margin. */
record ReachGoal(Optional<Pointers> pointers, Batch batch, int width, OwnLoss loss) {

    private static final double BOLDEST = 16;
    private static final double[] BOLDNESS = {1, 2, 4, 8, BOLDEST};
    private static final double COVERED = 1e-6;

    static ReachGoal of(Task task, Batch batch, NamedTensors like, OwnLoss loss) {
        ArrayTensor output = like.first().toArray();
        Optional<Pointers> pointers = Pointers.of(task);
        boolean real = task instanceof Task.Regression || task instanceof Task.Reconstruction;
        if (!real && pointers.isEmpty()) {
            throw new NotAvailableException(
                    "the task, %s, asks for no particular range".formatted(task.describe()));
        }
        if (batch.targets().isEmpty()) {
            throw new NotAvailableException("there are no targets");
        }
        int wanted = pointers.map(p -> p.hits().apply(batch.target()))
                .orElseGet(batch::target)
                .length();
        if (wanted != output.length()) {
            throw new NotAvailableException("the outputs do not have the targets' shape");
        }
        return new ReachGoal(pointers, batch, real ? output.rowLength() : 1, loss);
    }

    boolean areLogits() {
        return pointers.map(Pointers::neutral).orElse(0.0) == 0;
    }

    boolean isMet(ReachedRange range) {
        return pointers.map(p -> p.bold().apply(BOLDEST))
                .map(pair -> range.low() <= pair.miss() && range.high() >= pair.hit())
                .orElseGet(() -> range.unreachable(batch.target()) <= COVERED);
    }

    ReachEvidence evidence(ReachedRange range, boolean reacts, double cut) {
        boolean labels = pointers.isPresent();
        ArrayTensor target = batch.target();
        return new ReachEvidence(
                reacts,
                range.low(),
                range.high(),
                labels ? Double.NaN : target.summary().min(),
                labels ? Double.NaN : target.summary().max(),
                labels ? Double.NaN : range.unreachable(target),
                pointers.map(p -> leftOver(p, range)).orElse(Double.NaN),
                pointers.isPresent() ? cut : 0);
    }

    private double leftOver(Pointers pointers, ReachedRange range) {
        double chance = loss.of(pointers.nowhere(batch.target()));
        double best = best(pointers, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        double within = best(pointers, range.low(), range.high());
        return (within - best) / (chance - best);
    }

    private double best(Pointers pointers, double low, double high) {
        return DoubleStream.of(BOLDNESS)
                .mapToObj(pointers.bold()::apply)
                .mapToDouble(pair -> loss.of(pointers.at(batch.target(), pair.within(low, high))))
                .filter(Double::isFinite)
                .min()
                .orElse(Double.NaN);
    }
}
