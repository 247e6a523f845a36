package dev.mltest.experiment;

import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Batches that share no example, of validation data if there are any, to look at a training on. */
record Probes(List<Batch> batches) {

    /** How many, at most. */
    static final int MOST = 16;

    private static final int SMALLEST = 2;

    static Probes of(ModelUnderTest subject, RandomGenerator random) {
        Dataset data = subject.validationData().orElseGet(subject::trainingData);
        int count = Math.max(1, Math.min(MOST, data.size() / SMALLEST));
        int size = Math.min(subject.batchSize(), data.size() / count);
        int[] order = Orders.shuffled(data.size(), random);
        return new Probes(IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(i * size, (i + 1) * size)
                        .map(row -> order[row])
                        .toArray())
                .map(rows -> DataGuard.checked(subject, data.examples(rows)))
                .toList());
    }

    /** The model's loss on each, in inference mode. */
    List<Double> losses(Differentiable model) {
        return batches.stream()
                .map(batch ->
                        model.scoped(() -> model.evaluate(batch, Mode.INFERENCE).loss()))
                .toList();
    }

    /** The loss of constant outputs on each. */
    List<Double> losses(Differentiable model, Task task, double[] row) {
        return batches.stream()
                .map(batch -> model.scoped(() -> constantLoss(model, task, batch, row)))
                .toList();
    }

    private static double constantLoss(Differentiable model, Task task, Batch batch, double[] row) {
        return row.length == 0
                ? Double.NaN
                : new ConstantRow(model, task, batch, model.predict(batch)).loss(row);
    }
}
