package dev.mltest.experiment;

import dev.mltest.evidence.LoopStepsEvidence.ParameterUpdate;
import dev.mltest.evidence.LoopStepsEvidence.UpdateRank;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One start of the user's loop, and several of the described model, from the same parameters. */
final class LoopTrial {

    private static final double UNITS = 256;

    private final Bench bench;
    private final Trainable model;
    private final Snapshot fresh;
    private final int updates;
    private final int references;
    private Map<ParameterPath, ArrayTensor> start = Map.of();
    private List<Map<ParameterPath, ArrayTensor>> loop = List.of();
    private final List<List<Map<ParameterPath, ArrayTensor>>> declared = new ArrayList<>();

    LoopTrial(Bench bench, Trainable model, Snapshot fresh, int updates, int references) {
        this.bench = bench;
        this.model = model;
        this.fresh = fresh;
        this.updates = updates;
        this.references = references;
    }

    void perform(int run) {
        long seed = bench.seed() + run;
        try (OwnLoop own = OwnLoop.start(bench, seed)) {
            start = own.values();
            requireSameModel(own);
            loop = loopUpdates(own, run);
        }
        for (int i = 0; i < references; i++) {
            declared.add(declaredUpdates(run, i));
        }
    }

    private List<Map<ParameterPath, ArrayTensor>> loopUpdates(OwnLoop own, int run) {
        List<Map<ParameterPath, ArrayTensor>> values = new ArrayList<>();
        for (int update = 0; update < updates; update++) {
            for (int i = 0; i < Loops.accumulated(bench.subject()); i++) {
                own.step(bench.batch(run + update));
            }
            values.add(own.values());
        }
        return values;
    }

    /** The first from the very same start, the others from next to it. */
    private List<Map<ParameterPath, ArrayTensor>> declaredUpdates(int run, int reference) {
        model.restore(fresh);
        assign(reference);
        model.seed(bench.random("noise " + run + " " + reference).nextLong());
        List<Map<ParameterPath, ArrayTensor>> values = new ArrayList<>();
        for (int update = 0; update < updates; update++) {
            model.step(bench.batch(run + update));
            values.add(ParameterValues.of(model));
        }
        return values;
    }

    private void assign(int reference) {
        model.scoped(() -> {
            start.forEach((path, value) -> {
                boolean exact = reference == 0 || !value.elementType().isFloating();
                Perturbation nearby = new Perturbation(
                        value.elementType().epsilon(), bench.random("start " + reference + path));
                model.assign(path, exact ? value : nearby.of(value));
            });
            return start;
        });
    }

    private void requireSameModel(OwnLoop own) {
        Map<ParameterPath, ArrayTensor> described = ParameterValues.of(model);
        if (!described.keySet().equals(start.keySet())) {
            throw new NotAvailableException(
                    "the loop trains a model with other parameters: %s, described are %s"
                            .formatted(start.keySet(), described.keySet()));
        }
        assign(0);
        NamedTensors here = model.predict(bench.batch(0)).toArrays();
        NamedTensors there =
                own.model().scoped(() -> own.model().predict(bench.batch(0)).toArrays());
        ArrayTensor first = here.first().toArray();
        double allowed = UNITS * first.elementType().epsilon() * first.summary().maxAbs();
        if (!(first.differenceFrom(there.first()).maxAbs() <= allowed)) {
            throw new NotAvailableException(
                    "with the same parameters the loop's model predicts otherwise than the described"
                            + " one, so it keeps something else that counts");
        }
    }

    ParameterUpdate seen(int update, Parameter parameter) {
        ParameterPath path = parameter.path();
        ArrayTensor before = at(start, path);
        ArrayTensor here = at(declared.get(0).get(update), path);
        ArrayTensor there = at(loop.get(update), path);
        double way = before.differenceFrom(here).norm();
        double spread = declared.stream()
                .mapToDouble(other ->
                        here.differenceFrom(at(other.get(update), path)).maxAbs())
                .max()
                .orElse(0);
        double largest = Math.max(before.summary().maxAbs(), here.summary().maxAbs());
        boolean finite = there.summary().nonFinite() == 0;
        return new ParameterUpdate(
                update + 1,
                parameter,
                finite ? here.differenceFrom(there).maxAbs() : Double.NaN,
                spread,
                way,
                ratio(before.differenceFrom(there).norm(), way),
                Math.max(
                        parameter.elementType().ulp(largest),
                        parameter.elementType().epsilon() * largestMove(update)));
    }

    /**
     * A gradient that cancels keeps the round-off of what was summed up, as large as others are.
     */
    private double largestMove(int update) {
        return start.keySet().stream()
                .mapToDouble(path -> at(start, path)
                        .differenceFrom(at(declared.get(0).get(update), path))
                        .maxAbs())
                .max()
                .orElse(0);
    }

    /** Where the loop's update lies among all: the middle is the mean of all. */
    UpdateRank rank(int run, int update) {
        List<Map<ParameterPath, ArrayTensor>> pool = new ArrayList<>();
        pool.add(loop.get(update));
        declared.forEach(values -> pool.add(values.get(update)));
        double[] outness = new double[pool.size()];
        counted()
                .forEach(path -> Outness.add(
                        pool.stream().map(values -> at(values, path)).toList(), outness));
        double own = outness[0];
        double[] others = Arrays.copyOfRange(outness, 1, outness.length);
        return new UpdateRank(
                run + 1,
                update + 1,
                Double.isNaN(own) || Arrays.stream(others).allMatch(other -> own > other),
                Arrays.stream(others).allMatch(other -> own < other),
                meanRatio(update));
    }

    /** Statistics move with every step, weights with every update. */
    private Stream<ParameterPath> counted() {
        boolean all = Loops.accumulated(bench.subject()) == 1;
        return model.parameters().stream()
                .filter(parameter -> all || parameter.role() != Parameter.Role.STATE)
                .map(Parameter::path);
    }

    private double meanRatio(int update) {
        return counted()
                .map(path -> ratio(
                        at(start, path)
                                .differenceFrom(at(loop.get(update), path))
                                .norm(),
                        at(start, path)
                                .differenceFrom(at(declared.get(0).get(update), path))
                                .norm()))
                .filter(Double::isFinite)
                .collect(Collectors.averagingDouble(ratio -> ratio));
    }

    private static double ratio(double way, double declared) {
        return declared == 0 ? (way == 0 ? 1 : Double.POSITIVE_INFINITY) : way / declared;
    }

    private static ArrayTensor at(Map<ParameterPath, ArrayTensor> values, ParameterPath path) {
        return Objects.requireNonNull(values.get(path), path::toString);
    }
}
