package dev.mltest.experiment;

import dev.mltest.evidence.MetricEvidence;
import dev.mltest.evidence.MetricEvidence.Stage;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.DeclaredMetric;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What does the user's metric say of perfect outputs, of outputs that favour nothing, of the worst
 * ones, and on the way from the model's own outputs to the perfect ones? They are made from the
 * targets; the model only says what its outputs look like.
 */
public record MetricSanity() implements Experiment<MetricEvidence> {

    private static final int EXAMPLES = 256;
    private static final double[] AWAY = {1, 0.5, 0.2, 0.05, 0.01, 1e-3, 1e-4};

    @Override
    public String id() {
        return "metric-sanity";
    }

    @Override
    public Class<MetricEvidence> evidenceType() {
        return MetricEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Loops.priced(model, DeclaredMetric.class, Price.forwards(1));
    }

    @Override
    public MetricEvidence perform(Bench bench) {
        DeclaredMetric declared = bench.subject()
                .declarations()
                .require(
                        DeclaredMetric.class,
                        "metric",
                        ".metric((outputs, batch) -> accuracy(outputs, batch))");
        Batch batch = bench.subject().trainingData().sample(EXAMPLES, bench.random("metric"));
        requireSeveralTargets(batch.target());
        NamedTensors outputs = bench.predictor().predict(batch).toArrays();
        ConstructedOutputs made = ConstructedOutputs.of(bench.subject().task(), outputs, batch);
        return new MetricEvidence(
                declared.higherIsBetter(),
                batch.size(),
                value(declared, outputs, made.perfect(), batch),
                value(declared, outputs, made.neutral(), batch),
                value(declared, outputs, made.opposite(), batch),
                way(bench, declared, outputs, made.perfect(), batch));
    }

    private static List<Stage> way(
            Bench bench,
            DeclaredMetric metric,
            NamedTensors outputs,
            ArrayTensor targets,
            Batch batch) {
        ArrayTensor own = outputs.first().toArray();
        if (!own.elementType().isFloating()) {
            return List.of();
        }
        List<Stage> way = new ArrayList<>();
        for (double away : AWAY) {
            ArrayTensor between = targets.plusScaled(targets, -away).plusScaled(own, away);
            way.add(new Stage(
                    away,
                    loss(bench, outputs, between, batch),
                    value(metric, outputs, between, batch)));
        }
        return way;
    }

    private static double loss(Bench bench, NamedTensors like, ArrayTensor values, Batch batch) {
        if (!(bench.predictor() instanceof Differentiable model)) {
            return Double.NaN;
        }
        try {
            return model.lossOf(like(like, values), batch);
        } catch (NotAvailableException unknown) {
            return Double.NaN;
        }
    }

    private static double value(
            DeclaredMetric metric, NamedTensors like, ArrayTensor values, Batch batch) {
        return metric.value(like(like, values), batch);
    }

    private static NamedTensors like(NamedTensors outputs, ArrayTensor values) {
        return NamedTensors.of(outputs.names().get(0), values.as(outputs.first().elementType()));
    }

    private static void requireSeveralTargets(ArrayTensor target) {
        if (Arrays.stream(target.toDoubles()).distinct().limit(2).count() < 2) {
            throw new NotAvailableException("all targets are alike, so no metric can tell");
        }
    }
}
