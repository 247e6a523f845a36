package dev.mltest.testing.contract;

import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Predictor;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the parts of the contract have in common. */
interface Contract extends AdapterUnderTest {

    /** Seed of the models. */
    long SEED = 42;

    /** The carrier's batch as the framework wants it. */
    default Batch batch(Carrier carrier) {
        return arranged(carrier, carrier.batch());
    }

    /** Does something with a fresh model, which is closed afterwards. */
    default void with(Carrier carrier, Consumer<Trainable> work) {
        with(model(carrier), SEED, work);
    }

    /** Does something with a fresh model of this seed, which is closed afterwards. */
    static void with(ModelUnderTest described, long seed, Consumer<Trainable> work) {
        try (Predictor model = described.factory().create(seed, Device.cpu())) {
            if (!(model instanceof Trainable trainable)) {
                throw new NotAvailableException("the adapter's model cannot be trained");
            }
            trainable.scoped(() -> {
                work.accept(trainable);
                return trainable;
            });
        }
    }

    /** Does something with a model's double-precision twin, which is closed afterwards. */
    static void withTwin(Differentiable model, Consumer<Differentiable> work) {
        try (Differentiable twin = model.inDoublePrecision()) {
            twin.scoped(() -> {
                work.accept(twin);
                return twin;
            });
        }
    }

    /** The losses of some steps on one batch. */
    static List<Double> steps(Trainable model, Batch batch, int count) {
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            losses.add(model.step(batch));
        }
        return losses;
    }
}
