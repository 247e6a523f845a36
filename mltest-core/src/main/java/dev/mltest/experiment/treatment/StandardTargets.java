package dev.mltest.experiment.treatment;

import dev.mltest.experiment.Bench;
import dev.mltest.experiment.Treatment;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;

/** Real-valued targets that lie far from one are centred and scaled over the batch. */
public record StandardTargets() implements Treatment {

    @Override
    public String id() {
        return "standard-targets";
    }

    @Override
    public Treated prepare(Bench bench, Trainable model, Batch batch) {
        Task task = bench.subject().task();
        boolean real = task instanceof Task.Regression || task instanceof Task.Reconstruction;
        if (!real || !Columns.hasThem(batch.target())) {
            throw new NotAvailableException("the targets are no real numbers");
        }
        Columns columns = new Columns(batch.target());
        if (!columns.isFarFromOne()) {
            return Treated.idle(batch, "target", "the targets are of a size near one");
        }
        ArrayTensor scaled = columns.standardised();
        return Treated.of(
                batch.withTargets(batch.targets().with(batch.targets().names().get(0), scaled)),
                "target",
                "the target " + columns.range());
    }
}
