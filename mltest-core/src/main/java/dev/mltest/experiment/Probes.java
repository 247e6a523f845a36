package dev.mltest.experiment;

import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;

import java.util.ArrayList;
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

    /** Before the first step, next to constant outputs. */
    Start start(Differentiable model, Task task, double[] row) {
        List<Double> losses = new ArrayList<>();
        List<Double> constant = new ArrayList<>();
        for (Batch batch : batches) {
            model.scoped(() -> {
                Evaluation now = model.evaluate(batch, Mode.INFERENCE);
                losses.add(now.loss());
                return constant.add(new ConstantRow(model, task, batch, now.outputs()).loss(row));
            });
        }
        return new Start(losses, constant);
    }

    /**
     * Losses on each batch.
     *
     * @param losses of the model
     * @param constant of constant outputs; NaN if unknown
     */
    record Start(List<Double> losses, List<Double> constant) {}
}
