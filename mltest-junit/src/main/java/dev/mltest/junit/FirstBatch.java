package dev.mltest.junit;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.Price;
import dev.mltest.experiment.Bench;
import dev.mltest.experiment.Experiment;
import dev.mltest.experiment.Laboratory;
import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;

/**
 * Draws the batch that a laboratory would draw first. Asks a laboratory of its own with no model in
 * it, so that nothing is built and nothing recorded for the sake of data alone.
 */
final class FirstBatch implements Experiment<FirstBatch.Drawn> {

    /** What was drawn. */
    record Drawn(Batch batch) implements Evidence {}

    private FirstBatch() {}

    static Batch of(ModelUnderTest model, long seed) {
        ModelUnderTest dataAlone = ModelUnderTest.named(
                        model.name(), (anySeed, device) -> new NoModel())
                .task(model.task())
                .trainingData(model.trainingData())
                .batchSize(model.batchSize())
                .build();
        try (Laboratory laboratory = new Laboratory(dataAlone)) {
            Answer<Drawn> answer = laboratory.ask(new FirstBatch(), seed);
            return ((Answer.Seen<Drawn>) answer).evidence().batch();
        }
    }

    @Override
    public String id() {
        return "first-batch";
    }

    @Override
    public Class<Drawn> evidenceType() {
        return Drawn.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.FREE;
    }

    @Override
    public Drawn perform(Bench bench) {
        return new Drawn(bench.batch(0));
    }

    /** Stands where a model would. */
    private record NoModel() implements Predictor {

        @Override
        public Provenance provenance() {
            return new Provenance("none", "", Device.cpu());
        }

        @Override
        public Scope openScope() {
            return () -> {};
        }

        @Override
        public NamedTensors predict(Batch batch) {
            throw new UnsupportedOperationException("there is no model here");
        }

        @Override
        public void close() {}
    }
}
