package dev.mltest.experiment;

import dev.mltest.evidence.OutputBiasEvidence;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Does the model start better with the bias of its last layer than without? A bias is what adds the
 * same constant to the scores of every example; that is tried out, not read from names. A bias of 0
 * costs no pass.
 */
public record OutputBias() implements Experiment<OutputBiasEvidence> {

    private static final int BATCHES = 4;
    private static final int SHOWN = 8;
    private static final double ROUND_OFF = 1e-3;

    @Override
    public String id() {
        return "output-bias";
    }

    @Override
    public Class<OutputBiasEvidence> evidenceType() {
        return OutputBiasEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(2 + 2 * BATCHES);
    }

    @Override
    public OutputBiasEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Optional<ParameterPath> candidate = candidate(model);
        if (candidate.isEmpty()) {
            return nothing("", List.of(), 0);
        }
        Tensor value = model.value(candidate.get()).copy();
        double maxAbs = value.summary().maxAbs();
        List<Double> shown =
                Arrays.stream(value.toArray().toDoubles()).limit(SHOWN).boxed().toList();
        if (maxAbs == 0) {
            return nothing(candidate.get().text(), shown, 0);
        }
        List<Batch> batches = bench.batches(BATCHES);
        double[] scores = scores(bench, batches.get(0));
        model.assign(candidate.get(), value.plusScaled(value, -1));
        if (!isConstant(scores, scores(bench, batches.get(0)), batches.get(0).size())) {
            return nothing("", List.of(), 0);
        }
        List<double[]> without = starts(bench, model, batches);
        model.assign(candidate.get(), value);
        List<double[]> starts = starts(bench, model, batches);
        return new OutputBiasEvidence(
                candidate.get().text(),
                shown,
                maxAbs,
                mean(starts, 0),
                mean(without, 0),
                mean(starts, 1));
    }

    private static OutputBiasEvidence nothing(String path, List<Double> values, double maxAbs) {
        return new OutputBiasEvidence(path, values, maxAbs, Double.NaN, Double.NaN, Double.NaN);
    }

    /** The last trainable parameter, if it has one axis. */
    private static Optional<ParameterPath> candidate(Differentiable model) {
        List<Parameter> weights = model.parameters().stream()
                .filter(parameter -> parameter.role() != Parameter.Role.STATE)
                .toList();
        return weights.stream()
                .skip(Math.max(0, weights.size() - 1))
                .filter(last -> last.isTrainable() && last.shape().rank() == 1)
                .map(Parameter::path)
                .findFirst();
    }

    private static List<double[]> starts(Bench bench, Differentiable model, List<Batch> batches) {
        return batches.stream()
                .map(batch -> model.scoped(() -> startOn(bench, model, batch)))
                .toList();
    }

    /** The loss, and that of the best constant outputs. */
    private static double[] startOn(Bench bench, Differentiable model, Batch batch) {
        model.seed(bench.seed());
        Evaluation evaluation = model.evaluate(batch, Mode.TRAINING);
        ReferenceLosses losses =
                new ReferenceLosses(model, bench.subject().task(), batch, evaluation.outputs());
        return new double[] {evaluation.loss(), losses.bestConstant()};
    }

    private static double mean(List<double[]> starts, int figure) {
        return starts.stream().mapToDouble(start -> start[figure]).average().orElse(Double.NaN);
    }

    private static double[] scores(Bench bench, Batch batch) {
        return bench.predictor()
                .scoped(() -> Scores.of(
                        bench.predictor().predict(batch).first(),
                        bench.subject().task()));
    }

    /** Whether the scores of all examples differ by the same. */
    private static boolean isConstant(double[] with, double[] without, int rows) {
        int width = with.length / Math.max(1, rows);
        double largest = 0;
        double uneven = 0;
        for (int i = 0; i < with.length; i++) {
            double shift = with[i] - without[i];
            largest = Math.max(largest, Math.abs(shift));
            uneven = Math.max(uneven, Math.abs(shift - with[i % width] + without[i % width]));
        }
        return largest > 0 && uneven <= ROUND_OFF * largest;
    }
}
