package dev.mltest.corpus.sequences;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;
import dev.mltest.relation.Transformation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Padded steps behind series and mask whose last axis is time. */
record MoreSteps(int count) implements Transformation {

    @Override
    public String describe() {
        return "%d more steps of padding".formatted(count);
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        return new Drawn(describe(), this::padded, this::padded);
    }

    private Batch padded(Batch batch) {
        return new Batch(
                batch.inputs().map((name, tensor) -> padded(tensor.toArray())),
                batch.targets(),
                batch.masks().map((name, tensor) -> padded(tensor.toArray())));
    }

    private ArrayTensor padded(ArrayTensor tensor) {
        long[] sizes = tensor.shape().sizes();
        int steps = (int) sizes[sizes.length - 1];
        sizes[sizes.length - 1] += count;
        double[] values = new double[tensor.length() / steps * (steps + count)];
        Arrays.setAll(
                values,
                i -> i % (steps + count) < steps
                        ? tensor.get(i / (steps + count) * steps + i % (steps + count))
                        : 0);
        return ArrayTensor.of(tensor.elementType(), Shape.of(sizes), values);
    }
}
