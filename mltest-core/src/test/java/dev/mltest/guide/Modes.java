package dev.mltest.guide;

import dev.mltest.evidence.Price;
import dev.mltest.experiment.Bench;
import dev.mltest.experiment.Experiment;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;

/** How far are training mode and inference mode apart? */
public record Modes() implements Experiment<ModesEvidence> {

    @Override
    public String id() {
        return "modes";
    }

    @Override
    public Class<ModesEvidence> evidenceType() {
        return ModesEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(2);
    }

    @Override
    public ModesEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch batch = bench.batch(0);
        return new ModesEvidence(
                model.evaluate(batch, Mode.TRAINING).loss(),
                model.evaluate(batch, Mode.INFERENCE).loss());
    }
}
