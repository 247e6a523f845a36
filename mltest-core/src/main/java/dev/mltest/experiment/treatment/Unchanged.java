package dev.mltest.experiment.treatment;

import dev.mltest.experiment.Bench;
import dev.mltest.experiment.Treatment;
import dev.mltest.model.Batch;
import dev.mltest.model.Trainable;

/** Nothing is changed: what every other treatment is compared with. */
public record Unchanged() implements Treatment {

    @Override
    public String id() {
        return "unchanged";
    }

    @Override
    public Treated prepare(Bench bench, Trainable model, Batch batch) {
        return Treated.of(batch, "model", "nothing is changed");
    }
}
