package dev.mltest.junit;

import dev.mltest.model.Activation;
import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.List;
import java.util.Map;

/** Stands on the highest rung without anything to train. */
final class FakeTrainable extends FakePredictor implements Trainable {

    FakeTrainable(Device device) {
        super(device);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Tensor value(ParameterPath path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void assign(ParameterPath path, Tensor value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Evaluation evaluate(Batch batch, Mode mode) {
        return new Evaluation(1, batch.inputs());
    }

    @Override
    public Gradients gradients(Batch batch, Mode mode) {
        return new Gradients(1, Map.of(), Map.of());
    }

    @Override
    public double lossOf(NamedTensors outputs, Batch batch) {
        return 1;
    }

    @Override
    public List<Activation> activations(Batch batch, Mode mode) {
        return List.of();
    }

    @Override
    public void seed(long seed) {}

    @Override
    public Snapshot snapshot() {
        return () -> {};
    }

    @Override
    public void restore(Snapshot snapshot) {}

    @Override
    public Differentiable inDoublePrecision() {
        throw new NotAvailableException("it has no double precision");
    }

    @Override
    public double step(Batch batch) {
        return 1;
    }
}
