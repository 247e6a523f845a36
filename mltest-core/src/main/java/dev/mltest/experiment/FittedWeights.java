package dev.mltest.experiment;

import dev.mltest.evidence.FanEvidence;
import dev.mltest.evidence.FanEvidence.Drawn;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;
import dev.mltest.model.Tensor;
import dev.mltest.model.TensorSummary;

import java.util.List;

/**
 * How large are the initial weights for their fan-in, and what does the loss become when those that
 * are larger than He's initialisation draws them are scaled down to it?
 */
public record FittedWeights() implements Experiment<FanEvidence> {

    private static final int BATCHES = 2;

    @Override
    public String id() {
        return "fitted-weights";
    }

    @Override
    public Class<FanEvidence> evidenceType() {
        return FanEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(2 * BATCHES);
    }

    @Override
    public FanEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        List<Batch> batches = bench.batches(BATCHES);
        List<Drawn> weights = model.parameters().stream()
                .filter(parameter ->
                        parameter.isTrainable() && parameter.shape().rank() >= 2)
                .filter(parameter -> isDrawn(summary(model, parameter)))
                .map(parameter -> Drawn.of(parameter, meanSquare(summary(model, parameter))))
                .toList();
        double loss = loss(bench, model, batches);
        weights.stream().filter(drawn -> drawn.excess() > 1).forEach(drawn -> fit(model, drawn));
        return new FanEvidence(loss, loss(bench, model, batches), weights);
    }

    private static TensorSummary summary(Differentiable model, Parameter parameter) {
        return model.value(parameter.path()).summary();
    }

    private static boolean isDrawn(TensorSummary summary) {
        return summary.nonFinite() == 0 && summary.min() < summary.max();
    }

    private static double meanSquare(TensorSummary summary) {
        return summary.rms() * summary.rms();
    }

    private static void fit(Differentiable model, Drawn drawn) {
        Tensor value = model.value(drawn.parameter().path()).copy();
        double factor = 1 / Math.sqrt(drawn.excess());
        model.assign(drawn.parameter().path(), value.plusScaled(value, factor - 1));
    }

    /** With the same noise each time. */
    private static double loss(Bench bench, Differentiable model, List<Batch> batches) {
        return batches.stream()
                .mapToDouble(batch -> {
                    model.seed(bench.seed());
                    return model.scoped(
                            () -> model.evaluate(batch, Mode.TRAINING).loss());
                })
                .average()
                .orElse(Double.NaN);
    }
}
