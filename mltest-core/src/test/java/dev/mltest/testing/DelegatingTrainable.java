package dev.mltest.testing;

import dev.mltest.model.Activation;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.JvmSettings;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.List;

/** Passes every call on; to be extended where one call is to be counted, spoilt or refused. */
public class DelegatingTrainable implements Trainable {

    private final Trainable model;

    /** Around this model. */
    public DelegatingTrainable(Trainable model) {
        this.model = model;
    }

    @Override
    public Provenance provenance() {
        return model.provenance();
    }

    @Override
    public JvmSettings threads(int count) {
        return model.threads(count);
    }

    @Override
    public Scope openScope() {
        return model.openScope();
    }

    @Override
    public NamedTensors predict(Batch batch) {
        return model.predict(batch);
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
        return model.evaluate(batch, mode);
    }

    @Override
    public Gradients gradients(Batch batch, Mode mode) {
        return model.gradients(batch, mode);
    }

    @Override
    public double lossOf(NamedTensors outputs, Batch batch) {
        return model.lossOf(outputs, batch);
    }

    @Override
    public List<Activation> activations(Batch batch, Mode mode) {
        return model.activations(batch, mode);
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
        return model.inDoublePrecision();
    }

    @Override
    public double step(Batch batch) {
        return model.step(batch);
    }

    @Override
    public void close() {
        model.close();
    }
}
