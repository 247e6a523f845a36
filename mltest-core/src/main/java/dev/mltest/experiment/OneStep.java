package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Tensor;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Sequences of a single step, where a mask says which axis runs over the steps: the step, and the
 * examples, that hold something, since what is nothing but padding is another matter.
 */
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
        return isClear ? cut(batch, steps) : Optional.empty();
    }

    private static Optional<StressBatch> cut(Batch batch, long steps) {
        int step = 0;
        int[] filled = filled(batch, 0);
        for (int other = 1; other < steps; other++) {
            int[] there = filled(batch, other);
            step = there.length > filled.length ? other : step;
            filled = there.length > filled.length ? there : filled;
        }
        return filled.length == 0
                ? Optional.empty()
                : Optional.of(cut(batch.rows(filled), steps, step));
    }

    private static StressBatch cut(Batch rows, long steps, int step) {
        Batch single = new Batch(
                only(rows.inputs(), steps, step),
                only(rows.targets(), steps, step),
                only(rows.masks(), steps, step));
        return new StressBatch("sequences of one step", single, Mode.INFERENCE);
    }

    /** The examples of which no mask hides this step. */
    private static int[] filled(Batch batch, int step) {
        return IntStream.range(0, batch.size())
                .filter(row -> !batch.masks().any(mask -> hides(mask.toArray(), row, step)))
                .toArray();
    }

    private static boolean hides(ArrayTensor mask, int row, int step) {
        int width = mask.rowLength();
        return step < width && mask.get(row * width + step) == 0;
    }

    /** Whether no tensor has two axes of that size. */
    private static boolean isClear(NamedTensors tensors, long steps) {
        return !tensors.any(tensor -> Slices.axes(tensor.shape(), steps).length > 1);
    }

    private static NamedTensors only(NamedTensors tensors, long steps, int step) {
        return tensors.map((name, tensor) -> {
            int[] axes = Slices.axes(tensor.shape(), steps);
            return axes.length == 1 ? only(name, tensor, axes[0], step) : tensor;
        });
    }

    private static ArrayTensor only(String name, Tensor tensor, int axis, int step) {
        Slices slices = Slices.along(name, tensor.toArray(), axis);
        return slices.rearranged(1, (row, position) -> slices.code(row, step));
    }
}
