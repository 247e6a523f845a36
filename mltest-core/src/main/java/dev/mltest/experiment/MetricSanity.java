package dev.mltest.experiment;

import dev.mltest.evidence.MetricEvidence;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.DeclaredMetric;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;

import java.util.Arrays;

/**
 * What does the user's metric say of perfect outputs, of outputs that favour nothing, and of the
 * worst ones? They are made from the targets; the model only says what its outputs look like.
 */
public record MetricSanity() implements Experiment<MetricEvidence> {

    private static final int EXAMPLES = 256;

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
                value(declared, outputs, made.opposite(), batch));
    }

    private static double value(
            DeclaredMetric metric, NamedTensors like, ArrayTensor values, Batch batch) {
        ArrayTensor typed = values.as(like.first().elementType());
        return metric.metric().of(NamedTensors.of(like.names().get(0), typed), batch);
    }

    private static void requireSeveralTargets(ArrayTensor target) {
        if (Arrays.stream(target.toDoubles()).distinct().limit(2).count() < 2) {
            throw new NotAvailableException("all targets are alike, so no metric can tell");
        }
    }
}
