package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.StartEvidence;
import dev.mltest.evidence.StartEvidence.BatchStart;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;

import java.util.List;

/** Where does the loss start, before any training? */
public record Start() implements Experiment<StartEvidence> {

    private static final int BATCHES = 4;

    @Override
    public String id() {
        return "start";
    }

    @Override
    public Class<StartEvidence> evidenceType() {
        return StartEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(BATCHES);
    }

    @Override
    public StartEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        List<BatchStart> starts = bench.batches(BATCHES).stream()
                .map(batch -> model.scoped(() -> startOn(bench, model, batch)))
                .toList();
        return new StartEvidence(starts, weightNorms(model));
    }

    private static BatchStart startOn(Bench bench, Differentiable model, Batch batch) {
        Evaluation evaluation = model.evaluate(batch, Mode.TRAINING);
        ReferenceLosses losses =
                new ReferenceLosses(model, bench.subject().task(), batch, evaluation.outputs());
        return new BatchStart(
                evaluation.loss(),
                losses.neutral(),
                losses.high(),
                losses.bestConstant(),
                OutputProfiles.of(evaluation.outputs().first()));
    }

    private static List<Double> weightNorms(Differentiable model) {
        return model.parameters().stream()
                .filter(parameter -> parameter.role() != Parameter.Role.STATE)
                .map(parameter -> model.value(parameter.path()).summary().norm())
                .toList();
    }
}
