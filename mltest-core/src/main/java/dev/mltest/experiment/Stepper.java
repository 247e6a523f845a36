package dev.mltest.experiment;

import dev.mltest.model.Batch;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.Trainable;

/** Takes optimiser steps of which a part, or a multiple, is applied, and measures one of them. */
final class Stepper {

    private final Trainable model;
    private final double scale;
    private double update;
    private double gradient;
    private double weights;

    Stepper(Trainable model, double scale) {
        this.model = model;
        this.scale = scale;
    }

    double step(Batch batch) {
        return model.scoped(() -> scale == 1 ? model.step(batch) : scaledStep(batch));
    }

    private double scaledStep(Batch batch) {
        Values before = Values.of(model);
        double loss = model.step(batch);
        before.plus(Values.of(model).minus(before), scale).assignTo(model);
        return loss;
    }

    /** A step whose update and gradient are measured. */
    double watchedStep(Batch batch) {
        return model.scoped(() -> {
            Values before = Values.of(model);
            Gradients gradients = model.gradients(batch, Mode.TRAINING);
            gradient = Values.copyOf(gradients.parameters()).norm();
            weights = before.norm();
            double loss = step(batch);
            update = Values.of(model).minus(before).norm();
            return loss;
        });
    }

    double update() {
        return update;
    }

    double gradient() {
        return gradient;
    }

    double weights() {
        return weights;
    }
}
