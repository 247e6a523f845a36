package dev.mltest.junit;

import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.Price;
import dev.mltest.experiment.Bench;
import dev.mltest.experiment.Experiment;
import dev.mltest.model.ModelUnderTest;

import java.util.function.Consumer;

/** An experiment that runs the model once and takes that down in the ledger. */
record Glance(String id, Consumer<Bench> before) implements Experiment<Glance.Seen> {

    /** What a glance sees. */
    public record Seen(long seed) implements Evidence {}

    @Override
    public Class<Seen> evidenceType() {
        return Seen.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(1);
    }

    @Override
    public Seen perform(Bench bench) {
        before.accept(bench);
        bench.predictor().predict(bench.batch(0));
        Ledger.add("glance at %s under %d".formatted(bench.subject().name(), bench.seed()));
        return new Seen(bench.seed());
    }
}
