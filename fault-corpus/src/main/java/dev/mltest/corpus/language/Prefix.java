package dev.mltest.corpus.language;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;
import dev.mltest.relation.Transformation;

import java.util.random.RandomGenerator;

/** Phrases cut short: a model that is causal says the same of what is left. */
record Prefix(int length) implements Transformation {

    @Override
    public String describe() {
        return "a cut behind token %d".formatted(length);
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        return new Drawn(describe(), this::cut, this::cut);
    }

    private Batch cut(Batch batch) {
        return batch.withInputs(batch.inputs().map((name, tensor) -> cut(tensor.toArray())));
    }

    /** Axis 1 runs over tokens. */
    private ArrayTensor cut(ArrayTensor tensor) {
        long[] sizes = tensor.shape().sizes();
        int before = tensor.rowLength();
        int after = Math.toIntExact(before / sizes[1] * length);
        sizes[1] = length;
        double[] values = new double[Math.toIntExact(sizes[0]) * after];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.get(i / after * before + i % after);
        }
        return ArrayTensor.of(tensor.elementType(), Shape.of(sizes), values);
    }
}
