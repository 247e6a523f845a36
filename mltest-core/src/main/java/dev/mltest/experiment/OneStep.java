package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

/** Sequences of a single step, where a mask says which axis runs over the steps. */
final class OneStep {

    private OneStep() {}

    static Optional<StressBatch> of(Batch batch) {
        if (batch.masks().isEmpty() || batch.masks().first().shape().rank() != 2) {
            return Optional.empty();
        }
        long steps = batch.masks().first().shape().size(1);
        boolean isClear = steps > 1
                && isClear(batch.inputs(), steps)
                && isClear(batch.targets(), steps)
                && isClear(batch.masks(), steps);
        return isClear ? Optional.of(cut(batch, steps)) : Optional.empty();
    }

    private static StressBatch cut(Batch batch, long steps) {
        Batch single = new Batch(
                first(batch.inputs(), steps),
                first(batch.targets(), steps),
                first(batch.masks(), steps));
        return new StressBatch("sequences of one step", single, Mode.INFERENCE);
    }

    /** Whether no tensor has two axes of that size. */
    private static boolean isClear(NamedTensors tensors, long steps) {
        return !tensors.any(tensor -> axes(tensor, steps) > 1);
    }

    private static long axes(Tensor tensor, long steps) {
        return LongStream.range(1, Math.max(1, tensor.shape().rank()))
                .filter(axis -> tensor.shape().size((int) axis) == steps)
                .count();
    }

    private static NamedTensors first(NamedTensors tensors, long steps) {
        return tensors.map(
                (name, tensor) -> axes(tensor, steps) == 1 ? first(tensor, steps) : tensor);
    }

    private static ArrayTensor first(Tensor tensor, long steps) {
        ArrayTensor values = tensor.toArray();
        long[] sizes = values.shape().sizes();
        int axis = 1;
        while (sizes[axis] != steps) {
            axis++;
        }
        int inner = (int) Arrays.stream(sizes, axis + 1, sizes.length).reduce(1, (a, b) -> a * b);
        sizes[axis] = 1;
        double[] kept = new double[(int) (values.length() / steps)];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = values.get((int) (i / inner * inner * steps + i % inner));
        }
        return ArrayTensor.of(values.elementType(), Shape.of(sizes), kept);
    }
}
