package dev.mltest.sample;

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
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.List;

/** An adapter around an adapter that counts what is asked of it, independently of mltest. */
final class CountingModel implements Trainable {

    private final Differentiable model;
    private final Count count;

    /** What was counted, over all models and their twins. */
    static final class Count {

        private Price total = Price.FREE;
        private int models;

        Price total() {
            return total;
        }

        int models() {
            return models;
        }

        private void add(Price price) {
            total = total.plus(price);
        }
    }

    private CountingModel(Differentiable model, Count count) {
        this.model = model;
        this.count = count;
    }

    static CountingModel around(Trainable model, Count count) {
        count.models++;
        return new CountingModel(model, count);
    }

    @Override
    public NamedTensors predict(Batch batch) {
        count.add(Price.forwards(1));
        return model.predict(batch);
    }

    @Override
    public Evaluation evaluate(Batch batch, Mode mode) {
        count.add(Price.forwards(1));
        return model.evaluate(batch, mode);
    }

    @Override
    public List<Activation> activations(Batch batch, Mode mode) {
        count.add(Price.forwards(1));
        return model.activations(batch, mode);
    }

    @Override
    public Gradients gradients(Batch batch, Mode mode) {
        count.add(Price.gradients(1));
        return model.gradients(batch, mode);
    }

    @Override
    public double step(Batch batch) {
        count.add(Price.steps(1));
        return ((Trainable) model).step(batch);
    }

    @Override
    public Differentiable inDoublePrecision() {
        return new CountingModel(model.inDoublePrecision(), count);
    }

    @Override
    public double lossOf(NamedTensors outputs, Batch batch) {
        return model.lossOf(outputs, batch);
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
    public Provenance provenance() {
        return model.provenance();
    }

    @Override
    public Scope openScope() {
        return model.openScope();
    }

    @Override
    public void close() {
        model.close();
    }
}
