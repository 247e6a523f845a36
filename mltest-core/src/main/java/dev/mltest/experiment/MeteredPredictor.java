package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.JvmSettings;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;
import dev.mltest.model.Trainable;

/** A predictor whose calls are counted. */
class MeteredPredictor implements Predictor {

    private final Predictor model;
    private final Meter meter;

    MeteredPredictor(Predictor model, Meter meter) {
        this.model = model;
        this.meter = meter;
    }

    /** The same model on the same rung, with its calls counted. */
    static Predictor around(Predictor model, Meter meter) {
        if (model instanceof Trainable trainable) {
            return new MeteredTrainable(trainable, meter);
        }
        return model instanceof Differentiable differentiable
                ? new MeteredDifferentiable(differentiable, meter)
                : new MeteredPredictor(model, meter);
    }

    Meter meter() {
        return meter;
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
    public NamedTensors predict(Batch batch) {
        return meter.call("forward pass", Price.forwards(1), batch, () -> model.predict(batch));
    }

    @Override
    public JvmSettings threads(int count) {
        return model.threads(count);
    }

    @Override
    public void close() {
        model.close();
    }
}
