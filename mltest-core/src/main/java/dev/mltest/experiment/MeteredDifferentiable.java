package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.model.Activation;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;

import java.util.List;

/** A differentiable model whose calls are counted. */
class MeteredDifferentiable extends MeteredPredictor implements Differentiable {

    private final Differentiable model;

    MeteredDifferentiable(Differentiable model, Meter meter) {
        super(model, meter);
        this.model = model;
    }

    @Override
    public List<Parameter> parameters() {
        return model.parameters();
    }

    @Override
    public Tensor value(ParameterPath path) {
        return model.value(path);
    }

    @Override
    public void assign(ParameterPath path, Tensor value) {
        model.assign(path, value);
    }

    @Override
    public Evaluation evaluate(Batch batch, Mode mode) {
        return meter().call(
                        "forward pass",
                        Price.forwards(1),
                        batch,
                        () -> model.evaluate(batch, mode));
    }

    @Override
    public Gradients gradients(Batch batch, Mode mode) {
        return meter().call(
                        "backward pass",
                        Price.gradients(1),
                        batch,
                        () -> model.gradients(batch, mode));
    }

    @Override
    public double lossOf(NamedTensors outputs, Batch batch) {
        return meter().call("loss", Price.FREE, batch, () -> model.lossOf(outputs, batch));
    }

    @Override
    public List<Activation> activations(Batch batch, Mode mode) {
        return meter().call(
                        "forward pass",
                        Price.forwards(1),
                        batch,
                        () -> model.activations(batch, mode));
    }

    @Override
    public void seed(long seed) {
        model.seed(seed);
    }

    @Override
    public Snapshot snapshot() {
        return model.snapshot();
    }

    @Override
    public void restore(Snapshot snapshot) {
        model.restore(snapshot);
    }

    @Override
    public Differentiable inDoublePrecision() {
        return new MeteredDifferentiable(model.inDoublePrecision(), meter());
    }
}
