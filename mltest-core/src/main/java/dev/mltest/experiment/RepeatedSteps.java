package dev.mltest.experiment;

import dev.mltest.evidence.ScheduleEvidence.Step;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Optimiser steps after each of which all values are put back, and nothing of the optimiser's. To
 * be used within a scope of the model.
 */
final class RepeatedSteps {

    private final Trainable model;
    private final long seed;
    private final List<Parameter> trained;
    private final Map<ParameterPath, Tensor> start;
    private final List<ArrayTensor> before;
    private List<double[]> reference = List.of();

    /** None taken yet; values are put back to those of now. */
    RepeatedSteps(Trainable model, long seed) {
        this.model = model;
        this.seed = seed;
        this.trained =
                model.parameters().stream().filter(Parameter::isTrainable).toList();
        this.start = ParameterValues.kept(model);
        this.before = values();
    }

    /** Takes a step, whose rate was declared so, and takes it back. */
    Step take(Batch batch, double declared) {
        model.seed(seed);
        double loss = model.step(batch);
        List<ArrayTensor> after = values();
        start.forEach(model::assign);
        List<double[]> update = update(after);
        double length = Math.sqrt(product(update, update));
        if (reference.isEmpty() && length > 0) {
            reference = update;
        }
        return new Step(declared, loss, length, turn(update, length), rounding(after));
    }

    private List<ArrayTensor> values() {
        return trained.stream()
                .map(parameter -> model.value(parameter.path()).toArray())
                .toList();
    }

    private List<double[]> update(List<ArrayTensor> after) {
        List<double[]> update = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            double[] change = after.get(i).toDoubles();
            for (int at = 0; at < change.length; at++) {
                change[at] -= before.get(i).get(at);
            }
            update.add(change);
        }
        return update;
    }

    private double turn(List<double[]> update, double length) {
        if (length == 0 || reference.isEmpty()) {
            return 0;
        }
        double cosine =
                product(update, reference) / (length * Math.sqrt(product(reference, reference)));
        return cosine > 0 ? Math.sqrt(Math.max(0, 1 - cosine * cosine)) : 1;
    }

    /** Half a unit in the last place of every element. */
    private static double rounding(List<ArrayTensor> after) {
        double squares = 0;
        for (ArrayTensor value : after) {
            squares +=
                    Math.pow(value.elementType().epsilon() / 2 * value.summary().norm(), 2);
        }
        return Math.sqrt(squares);
    }

    private static double product(List<double[]> one, List<double[]> other) {
        double sum = 0;
        for (int i = 0; i < one.size(); i++) {
            for (int at = 0; at < one.get(i).length; at++) {
                sum += one.get(i)[at] * other.get(i)[at];
            }
        }
        return sum;
    }
}
