package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.SuperpositionEvidence;
import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Tensor;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Are the outputs an affine function of the inputs? Of one, {@code f(a) + f(b) - f(c)} equals
 * {@code f(a + b - c)}. The differences are taken as they are and eight times as large, where
 * functions that are nearly straight around the data bend, or as large as the outputs can be read.
 * Which weights work in series shows in the outputs when both are doubled: weights side by side
 * only add up.
 */
public record Superposition() implements Experiment<SuperpositionEvidence> {

    private static final double FAR = 8;
    private static final int REACHES = 4;
    private static final double USABLE = 12;

    @Override
    public String id() {
        return "superposition";
    }

    @Override
    public Class<SuperpositionEvidence> evidenceType() {
        return SuperpositionEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(4 * REACHES + 1 + 2 + 2 * WeightPairs.MOST);
    }

    @Override
    public SuperpositionEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch batch = bench.batch(0);
        requireAddable(batch);
        double near = deviation(bench, batch, 1);
        double deviation = Double.isNaN(near) ? near : Math.max(near, farDeviation(bench, batch));
        Tensor outputs = model.predict(batch).first();
        List<Activation> hidden = hidden(model, batch);
        return new SuperpositionEvidence(
                2 * batch.size(),
                deviation,
                hidden.stream().mapToLong(Superposition::width).min().orElse(Long.MAX_VALUE),
                batch.inputs().asMap().values().stream()
                        .mapToLong(input -> input.shape().elements() / batch.size())
                        .sum(),
                outputs.shape().elements() / Math.max(1, batch.size()),
                hidden.stream().map(Activation::layer).distinct().toList(),
                deviation < 1e-2
                        ? new WeightPairs(model, () -> scores(bench, batch)).all()
                        : List.of());
    }

    private static void requireAddable(Batch batch) {
        if (batch.inputs().any(input -> !input.elementType().isFloating())) {
            throw new NotAvailableException("the inputs are no real numbers that could be added");
        }
        if (!batch.masks().isEmpty()) {
            throw new NotAvailableException("the inputs are masked, and masks cannot be added");
        }
        NamedTensors next = batch.rows(rotated(batch.size(), 1)).inputs();
        if (next.equals(batch.inputs())) {
            throw new NotAvailableException("the examples of the batch all have the same inputs");
        }
    }

    private static long width(Activation activation) {
        ArrayTensor value = activation.value().toArray();
        return value.shape().rank() == 0 ? Long.MAX_VALUE : value.rowLength();
    }

    private static List<Activation> hidden(Differentiable model, Batch batch) {
        List<Activation> all = model.activations(batch, Mode.INFERENCE);
        return all.subList(0, Math.max(0, all.size() - 1));
    }

    /**
     * As far from the data as outputs can be read; 0 if that is no further than the data itself.
     */
    private static double farDeviation(Bench bench, Batch batch) {
        for (double reach = FAR; reach > 1; reach /= 2) {
            double deviation = deviation(bench, batch, reach);
            if (!Double.isNaN(deviation)) {
                return deviation;
            }
        }
        return 0;
    }

    /** Relative distance between the output at {@code a + b - c} and what adds up to it. */
    private static double deviation(Bench bench, Batch c, double reach) {
        int n = c.size();
        Batch a = towards(c, c.rows(rotated(n, 1)), reach);
        Batch b = towards(c, c.rows(rotated(n, 2)), reach);
        Batch sum = c.withInputs(a.inputs()
                .map((name, value) -> value.plusScaled(b.inputs().get(name), 1)
                        .plusScaled(c.inputs().get(name), -1)));
        double[] fa = scores(bench, a);
        double[] fb = scores(bench, b);
        double[] fc = scores(bench, c);
        double[] fsum = scores(bench, sum);
        double largest = 0;
        double size = 0;
        for (int i = 0; i < fc.length; i++) {
            double most = largest(fa[i], fb[i], fc[i], fsum[i]);
            if (most < USABLE || isUnbounded(bench)) {
                largest = Math.max(largest, Math.abs(fa[i] + fb[i] - fc[i] - fsum[i]));
                size = Math.max(size, most);
            }
        }
        return size == 0 ? Double.NaN : largest / size;
    }

    /** Scores read back from probabilities lose their digits where these come close to 0 or 1. */
    private static boolean isUnbounded(Bench bench) {
        return !bench.subject().task().describe().endsWith("probabilities");
    }

    private static Batch towards(Batch from, Batch to, double reach) {
        return from.withInputs(from.inputs()
                .map((name, value) ->
                        value.plusScaled(to.inputs().get(name), reach).plusScaled(value, -reach)));
    }

    private static int[] rotated(int n, int by) {
        return IntStream.range(0, n).map(i -> (i + by) % n).toArray();
    }

    private static double[] scores(Bench bench, Batch batch) {
        return bench.predictor().scoped(() -> {
            NamedTensors outputs = bench.predictor().predict(batch);
            return Scores.of(outputs.first(), bench.subject().task());
        });
    }

    private static double largest(double... values) {
        double largest = 0;
        for (double value : values) {
            largest = Double.isFinite(value)
                    ? Math.max(largest, Math.abs(value))
                    : Double.POSITIVE_INFINITY;
        }
        return largest;
    }
}
