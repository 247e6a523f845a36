package dev.mltest.junit;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.ModelFactory;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Predictor;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

/** Descriptions of models that do nothing, but take down in the ledger when they are made. */
public final class FakeModels {

    private FakeModels() {}

    /** A model that can be trained. */
    public static ModelUnderTest trainable(String name) {
        return named(name, (seed, device) -> new FakeTrainable(device));
    }

    /** A model that can only predict. */
    public static ModelUnderTest predictor(String name) {
        return named(name, (seed, device) -> new FakePredictor(device));
    }

    /** Any model. */
    public static ModelUnderTest named(String name, ModelFactory factory) {
        return ModelUnderTest.named(name, (seed, device) -> made(name, factory, seed, device))
                .task(Task.regression())
                .trainingData(data())
                .batchSize(2)
                .build();
    }

    private static Predictor made(String name, ModelFactory factory, long seed, Device device) {
        if (device.kind() == Device.Kind.GPU) {
            throw new NotAvailableException("this machine has no " + device);
        }
        Ledger.add("made %s from %d".formatted(name, seed));
        return factory.create(seed, device);
    }

    private static Batch data() {
        return Batch.of(
                ArrayTensor.ofFloats(Shape.of(4, 1), 1, 2, 3, 4),
                ArrayTensor.ofFloats(Shape.of(4, 1), 2, 4, 6, 8));
    }
}
