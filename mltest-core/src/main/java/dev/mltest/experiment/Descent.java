package dev.mltest.experiment;

import dev.mltest.evidence.DescentEvidence;
import dev.mltest.evidence.DescentEvidence.Point;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Does the optimiser's first update lead downhill? */
public record Descent() implements Experiment<DescentEvidence> {

    private static final int BATCHES = 3;
    private static final double[] FRACTIONS = {1, 0x1p-3, 0x1p-6, 0x1p-9};

    @Override
    public String id() {
        return "descent";
    }

    @Override
    public Class<DescentEvidence> evidenceType() {
        return DescentEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        Price each = Price.forwards(1 + FRACTIONS.length).plus(Price.steps(1));
        return each.times(BATCHES);
    }

    @Override
    public DescentEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        List<DescentEvidence.Descent> descents = new ArrayList<>();
        try (Snapshot start = model.snapshot()) {
            for (Batch batch : bench.batches(BATCHES)) {
                descents.add(model.scoped(() -> along(bench, model, batch)));
                model.restore(start);
            }
        }
        return new DescentEvidence(descents);
    }

    private static DescentEvidence.Descent along(Bench bench, Trainable model, Batch batch) {
        double before = loss(bench, model, batch);
        Map<ParameterPath, Tensor> from = trainables(model);
        model.seed(bench.seed());
        model.step(batch);
        Map<ParameterPath, Tensor> to = trainables(model);
        List<Point> points = new ArrayList<>();
        for (double fraction : FRACTIONS) {
            from.forEach((path, value) -> model.assign(path, between(value, to, path, fraction)));
            points.add(new Point(fraction, loss(bench, model, batch)));
        }
        return new DescentEvidence.Descent(before, distance(from, to), points);
    }

    private static Tensor between(
            Tensor from, Map<ParameterPath, Tensor> to, ParameterPath path, double fraction) {
        Tensor goal = to.getOrDefault(path, from);
        Tensor update = goal.plusScaled(from, -1);
        return from.plusScaled(update, fraction);
    }

    private static double loss(Bench bench, Trainable model, Batch batch) {
        model.seed(bench.seed());
        return model.evaluate(batch, Mode.TRAINING).loss();
    }

    private static Map<ParameterPath, Tensor> trainables(Trainable model) {
        Map<ParameterPath, Tensor> values = new LinkedHashMap<>();
        model.parameters().stream()
                .filter(Parameter::isTrainable)
                .map(Parameter::path)
                .forEach(path -> values.put(path, model.value(path).copy()));
        return values;
    }

    private static double distance(Map<ParameterPath, Tensor> from, Map<ParameterPath, Tensor> to) {
        double squares = 0;
        for (var entry : to.entrySet()) {
            Tensor start = from.getOrDefault(entry.getKey(), entry.getValue());
            double norm = entry.getValue().differenceFrom(start).norm();
            squares += norm * norm;
        }
        return Math.sqrt(squares);
    }
}
