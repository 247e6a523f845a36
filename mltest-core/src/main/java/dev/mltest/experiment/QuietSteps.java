package dev.mltest.experiment;

import dev.mltest.evidence.DecayEvidence.Decay;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Optimiser steps from states in which the data loss sends parameters no gradient at all. */
final class QuietSteps {

    private final Bench bench;
    private final Trainable model;
    private final SilentBatch batch;
    private final List<Parameter> trained;
    private final Map<Parameter, Boolean> asked;
    private final Map<Parameter, Decay> seen = new LinkedHashMap<>();

    /**
     * None taken yet.
     *
     * @param asked parameters, and whether they are meant to decay
     */
    QuietSteps(Bench bench, Trainable model, Map<Parameter, Boolean> asked) {
        this.bench = bench;
        this.model = model;
        this.asked = asked;
        this.batch = new SilentBatch(bench, model);
        this.trained =
                model.parameters().stream().filter(Parameter::isTrainable).toList();
    }

    /**
     * Whether steps taken before go on: momentum that was restored, for example, moves even what is
     * zero and gets no gradient.
     */
    boolean carryOn() {
        return from(this::silence, batch::thatIsRight, given -> {
            Map<ParameterPath, ArrayTensor> before = ParameterValues.of(model);
            List<Parameter> quiet = quiet(given).stream()
                    .filter(parameter -> norm(before, parameter) == 0)
                    .toList();
            model.seed(bench.seed());
            model.step(given);
            Map<ParameterPath, ArrayTensor> after = ParameterValues.of(model);
            return quiet.stream().anyMatch(parameter -> norm(after, parameter) > 0);
        });
    }

    /** With outputs that are right already, so that the loss has no slope. */
    void withRightOutputs() {
        from(this::awaken, batch::thatIsRight, this::step);
    }

    /** With one of the last parameters at zero: nothing passes back through it. */
    void behindACut(int back) {
        if (back > trained.size()) {
            return;
        }
        ParameterPath cut = trained.get(trained.size() - back).path();
        from(
                this::awaken,
                () -> {
                    model.assign(cut, model.value(cut).toArray().map(x -> 0));
                    return batch.asItComes();
                },
                this::step);
    }

    boolean haveSeenAll() {
        return seen.size() == asked.size();
    }

    /** In the order in which they were asked for. */
    List<Decay> seen() {
        return asked.entrySet().stream()
                .map(each -> seen.getOrDefault(
                        each.getKey(),
                        new Decay(each.getKey(), each.getValue(), false, 0, Double.NaN)))
                .toList();
    }

    private <T> T from(
            Consumer<Parameter> start, Supplier<Batch> state, Function<Batch, T> question) {
        return model.scoped(() -> {
            try (Snapshot before = model.snapshot()) {
                try {
                    trained.forEach(start);
                    return question.apply(state.get());
                } finally {
                    model.restore(before);
                }
            }
        });
    }

    private void silence(Parameter parameter) {
        Tensor value = model.value(parameter.path());
        model.assign(parameter.path(), value.toArray().map(x -> 0));
    }

    /** A parameter at zero cannot shrink; it is moved to one. */
    private void awaken(Parameter parameter) {
        ArrayTensor value = model.value(parameter.path()).toArray();
        if (value.summary().norm() == 0) {
            model.assign(parameter.path(), value.map(x -> 1));
        }
    }

    private int step(Batch given) {
        Map<ParameterPath, ArrayTensor> before = ParameterValues.of(model);
        List<Parameter> quiet = quiet(given).stream()
                .filter(parameter -> !seen.containsKey(parameter))
                .filter(parameter -> norm(before, parameter) > 0)
                .toList();
        if (!quiet.isEmpty()) {
            model.seed(bench.seed());
            model.step(given);
            quiet.forEach(each -> seen.put(each, decay(each, before)));
        }
        return quiet.size();
    }

    /** Those asked for to which the data loss sends a gradient of exactly zero. */
    private List<Parameter> quiet(Batch given) {
        model.seed(bench.seed());
        Gradients gradients = model.gradients(given, Mode.TRAINING);
        return asked.keySet().stream()
                .filter(parameter -> isZero(gradients.of(parameter.path())))
                .toList();
    }

    private static double norm(Map<ParameterPath, ArrayTensor> values, Parameter parameter) {
        return Objects.requireNonNull(values.get(parameter.path())).summary().norm();
    }

    private static boolean isZero(Tensor gradient) {
        var summary = gradient.summary();
        return summary.nonFinite() == 0 && summary.maxAbs() == 0;
    }

    private Decay decay(Parameter parameter, Map<ParameterPath, ArrayTensor> before) {
        ArrayTensor from = Objects.requireNonNull(before.get(parameter.path()));
        ArrayTensor to = model.value(parameter.path()).toArray();
        var difference = to.differenceFrom(from);
        double lost = 0;
        for (int i = 0; i < from.length(); i++) {
            lost += (from.get(i) - to.get(i)) * from.get(i);
        }
        return new Decay(
                parameter,
                Boolean.TRUE.equals(asked.get(parameter)),
                difference.nonFinite() == 0,
                difference.changed(),
                lost / Math.pow(norm(before, parameter), 2));
    }
}
