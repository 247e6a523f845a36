package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Trainable;

/** A trainable model whose calls are counted. */
final class MeteredTrainable extends MeteredDifferentiable implements Trainable {

    private final Trainable model;

    MeteredTrainable(Trainable model, Meter meter) {
        super(model, meter);
        this.model = model;
    }

    @Override
    public double step(Batch batch) {
        return meter().call("training step", Price.steps(1), batch, () -> model.step(batch));
    }
}
