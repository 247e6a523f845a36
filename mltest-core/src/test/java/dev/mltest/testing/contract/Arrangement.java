package dev.mltest.testing.contract;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

/** Turns layouts: what the carriers describe into what a framework wants, and weights back. */
public final class Arrangement {

    private Arrangement() {}

    /** Class indices [N] become one row of 0 and 1 for each example, at least three wide. */
    public static Batch oneHot(Batch batch) {
        ArrayTensor labels = batch.target();
        int classes = (int) Math.max(3, labels.summary().max() + 1);
        double[] rows = new double[labels.length() * classes];
        for (int row = 0; row < labels.length(); row++) {
            rows[row * classes + (int) labels.get(row)] = 1;
        }
        return batch.withTargets(NamedTensors.of(
                "target",
                ArrayTensor.of(ElementType.FLOAT32, Shape.of(labels.length(), classes), rows)));
    }

    /** The last two axes change places: [N x T x F] becomes [N x F x T]. */
    public static ArrayTensor transposed(ArrayTensor tensor) {
        int rows = (int) tensor.shape().size(-2);
        int columns = (int) tensor.shape().size(-1);
        double[] from = tensor.toDoubles();
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++) {
            int matrix = i / (rows * columns) * rows * columns;
            to[matrix + i % columns * rows + i % (rows * columns) / columns] = from[i];
        }
        long[] sizes = tensor.shape().sizes();
        sizes[sizes.length - 2] = columns;
        sizes[sizes.length - 1] = rows;
        return ArrayTensor.of(tensor.elementType(), Shape.of(sizes), to);
    }

    /** Equal blocks of the last axis in another order, for example the gates of an LSTM. */
    public static ArrayTensor blocks(ArrayTensor tensor, int... order) {
        int width = (int) tensor.shape().size(-1);
        int block = width / order.length;
        double[] from = tensor.toDoubles();
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++) {
            int column = i % width;
            to[i] = from[i - column + order[column / block] * block + column % block];
        }
        return ArrayTensor.of(tensor.elementType(), tensor.shape(), to);
    }
}
