package dev.mltest.testing;

import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;
import dev.mltest.model.Shape;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Task;
import dev.mltest.model.Tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A model of series [N x T] as two functions, without weights: outputs of a batch, and their loss.
 */
public record SequenceModel(Function<Batch, ArrayTensor> outputs, Loss loss)
        implements Differentiable {

    /** Number of positions of {@link #series}. */
    public static final int LENGTH = 6;

    private static final int ROWS = 32;

    /** The loss of outputs. */
    @FunctionalInterface
    public interface Loss {
        double of(ArrayTensor outputs, Batch batch);
    }

    /** What a position of a row says. */
    @FunctionalInterface
    public interface At {
        double of(Row row, int position);
    }

    /** One series with its mask. */
    public record Row(double[] values, double[] mask) {

        /** Number of positions. */
        public int length() {
            return values.length;
        }

        /** Sum of what is no padding, from one position up to and without another. */
        public double sum(int from, int to) {
            double sum = 0;
            for (int i = Math.max(0, from); i < Math.min(to, length()); i++) {
                sum += values[i] * mask[i];
            }
            return sum;
        }

        /** Positions that are no padding. */
        public double valid() {
            double sum = 0;
            for (double each : mask) {
                sum += each;
            }
            return sum;
        }
    }

    /** A model that only predicts something at every position. */
    public static SequenceModel at(At output) {
        return new SequenceModel(
                batch -> ArrayTensor.of(
                        batch.inputs().first().elementType(),
                        batch.inputs().first().shape(),
                        values(batch, output)),
                (outputs, batch) -> 0);
    }

    /** A model that says one thing of each series. */
    public static SequenceModel ofAll(Function<Row, Double> output) {
        return new SequenceModel(
                batch -> ArrayTensor.of(
                        batch.inputs().first().elementType(),
                        Shape.of(batch.size(), 1),
                        rows(batch).stream().mapToDouble(output::apply).toArray()),
                (outputs, batch) -> 0);
    }

    /** The same outputs under this loss. */
    public SequenceModel under(Loss given) {
        return new SequenceModel(outputs, given);
    }

    /** A description of it on {@link #series}. */
    public ModelUnderTest.Builder builder() {
        return builder(series(true));
    }

    /** A description of it. */
    public ModelUnderTest.Builder builder(Batch data) {
        return ModelUnderTest.named("toy-series", (seed, device) -> this)
                .task(Task.custom("series"))
                .trainingData(data)
                .batchSize(8);
    }

    /**
     * Series [N x 6] of three to six numbers with zeros behind; the target at each position, 0 or
     * 1, says whether the number is positive.
     */
    public static Batch series(boolean masked) {
        Noise noise = new Noise(3);
        float[] values = new float[ROWS * LENGTH];
        float[] targets = new float[values.length];
        float[] mask = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            if (i % LENGTH < 3 + i / LENGTH % 4) {
                values[i] = (float) noise.normal();
                targets[i] = values[i] > 0 ? 1 : 0;
                mask[i] = 1;
            }
        }
        Shape shape = Shape.of(ROWS, LENGTH);
        ArrayTensor masks = ArrayTensor.ofFloats(shape, mask);
        return new Batch(
                NamedTensors.of("input", ArrayTensor.ofFloats(shape, values)),
                NamedTensors.of("target", ArrayTensor.ofFloats(shape, targets)),
                masked
                        ? NamedTensors.of("input", masks).with("target", masks)
                        : NamedTensors.none());
    }

    private static double[] values(Batch batch, At output) {
        List<Row> rows = rows(batch);
        int length = rows.get(0).length();
        double[] values = new double[rows.size() * length];
        for (int i = 0; i < values.length; i++) {
            values[i] = output.of(rows.get(i / length), i % length);
        }
        return values;
    }

    /** The series of a batch; without a mask everything counts. */
    public static List<Row> rows(Batch batch) {
        ArrayTensor input = batch.inputs().first().toArray();
        boolean masked = !batch.masks().isEmpty();
        return IntStream.range(0, batch.size())
                .mapToObj(row -> {
                    double[] values = input.rows(row).toDoubles();
                    double[] all = new double[values.length];
                    Arrays.fill(all, 1);
                    return new Row(
                            values,
                            masked ? batch.masks().first().toArray().rows(row).toDoubles() : all);
                })
                .toList();
    }

    @Override
    public Provenance provenance() {
        return new Provenance("plain Java", "", Device.cpu());
    }

    @Override
    public Scope openScope() {
        return () -> {};
    }

    @Override
    public NamedTensors predict(Batch batch) {
        return NamedTensors.of("output", outputs.apply(batch));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Evaluation evaluate(Batch batch, Mode mode) {
        NamedTensors predicted = predict(batch);
        return new Evaluation(lossOf(predicted, batch), predicted);
    }

    @Override
    public double lossOf(NamedTensors given, Batch batch) {
        return (float) loss.of(given.first().toArray(), batch);
    }

    @Override
    public Gradients gradients(Batch batch, Mode mode) {
        return new Gradients(evaluate(batch, mode).loss(), Map.of(), Map.of());
    }

    @Override
    public Tensor value(ParameterPath path) {
        throw new IllegalArgumentException("no parameter " + path);
    }

    @Override
    public void assign(ParameterPath path, Tensor value) {
        throw new IllegalArgumentException("no parameter " + path);
    }

    @Override
    public List<Activation> activations(Batch batch, Mode mode) {
        return List.of();
    }

    @Override
    public void seed(long seed) {}

    @Override
    public Snapshot snapshot() {
        return () -> {};
    }

    @Override
    public void restore(Snapshot snapshot) {}

    @Override
    public Differentiable inDoublePrecision() {
        throw new NotAvailableException("it has no weights");
    }

    @Override
    public void close() {}
}
