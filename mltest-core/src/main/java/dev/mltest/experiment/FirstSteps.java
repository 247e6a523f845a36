package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.model.Batch;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;

/**
 * What do a few optimiser steps do to each parameter, and which gradient does each receive? Several
 * different batches, since units are silent on one; several steps, since zero-initialised layers
 * pass no gradient in the first and warm-up schedules start at rate 0.
 */
public record FirstSteps() implements Experiment<StepsEvidence> {

    private static final int BATCHES = 3;
    private static final int STEPS = 6;

    @Override
    public String id() {
        return "first-steps";
    }

    @Override
    public Class<StepsEvidence> evidenceType() {
        return StepsEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.gradients(STEPS).plus(Price.steps(STEPS));
    }

    @Override
    public StepsEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        List<Batch> batches = bench.batches(BATCHES);
        List<ParameterWatch> watches = model.parameters().stream()
                .map(parameter -> new ParameterWatch(bench, model, parameter))
                .toList();
        List<Double> losses = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            Batch batch = batches.get(step % BATCHES);
            losses.add(model.scoped(() -> stepOn(model, batch, watches)));
        }
        return new StepsEvidence(
                STEPS,
                BATCHES,
                batches.get(0).size(),
                losses,
                watches.stream().map(ParameterWatch::evidence).toList());
    }

    private static double stepOn(Trainable model, Batch batch, List<ParameterWatch> watches) {
        Gradients gradients = model.gradients(batch, Mode.TRAINING);
        watches.forEach(watch -> watch.sawGradients(gradients));
        double loss = model.step(batch);
        watches.forEach(ParameterWatch::sawStep);
        return loss;
    }
}
