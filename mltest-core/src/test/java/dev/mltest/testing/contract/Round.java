package dev.mltest.testing.contract;

import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;

/** Everything that can be asked of a model, once. */
final class Round {

    private Round() {}

    /** Ends somewhere else than it began. */
    static void of(Trainable model, Batch batch) {
        model.step(batch);
        for (Mode mode : Mode.values()) {
            model.evaluate(batch, mode);
            ifAvailable(() -> use(model, batch, mode));
            ifAvailable(() -> model.activations(batch, mode));
        }
        ifAvailable(() -> model.lossOf(model.predict(batch), batch));
        model.step(batch);
    }

    /** Ends where it began, by a snapshot. */
    static void undone(Trainable model, Batch batch) {
        try (Snapshot snapshot = model.snapshot()) {
            of(model, batch);
            model.restore(snapshot);
        }
    }

    /** Ends where it began, by a snapshot or because looking changes nothing. */
    static void withoutTrace(Trainable model, Batch batch) {
        undone(model, batch);
        model.predict(batch);
        model.evaluate(batch, Mode.INFERENCE);
        ifAvailable(() -> use(model, batch, Mode.INFERENCE));
        ifAvailable(() -> model.inDoublePrecision().close());
    }

    private static void use(Trainable model, Batch batch, Mode mode) {
        model.gradients(batch, mode).parameters().forEach((path, gradient) -> {
            gradient.summary();
            gradient.differenceFrom(model.value(path));
            model.value(path).plusScaled(gradient, 0.1);
            gradient.copy();
        });
    }

    /** What one framework cannot do is demanded elsewhere, not here. */
    private static void ifAvailable(Runnable work) {
        try {
            work.run();
        } catch (NotAvailableException reason) {
            // The round goes on with what there is.
        }
    }
}
