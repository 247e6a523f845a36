package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Shape;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A target of which some positions are padding.
 *
 * @param batch the examples
 * @param name of the target
 * @param byMask whether its own mask tells
 * @param padding where it is
 */
record PaddedTarget(Batch batch, String name, boolean byMask, PaddedPositions padding) {

    private static final int EXAMPLES = 8;

    /** A target whose mask goes with it. */
    static PaddedTarget masked(Batch batch, String name) {
        ArrayTensor mask = batch.masks().get(name).toArray();
        return new PaddedTarget(batch, name, true, PaddedPositions.of(mask));
    }

    /** A few examples, of which those come first that have padding and something else as well. */
    PaddedTarget few() {
        int[] rows = IntStream.range(0, batch.size())
                .boxed()
                .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
                .limit(EXAMPLES)
                .mapToInt(row -> row)
                .toArray();
        return rows(spread(rows));
    }

    /** Where whole examples are masked, as many that are not stand beside them. */
    private int[] spread(int... rows) {
        if (padding.length() > 1) {
            return IntStream.of(rows).filter(row -> rank(row) < 2).toArray();
        }
        IntStream masked = chosen(true);
        return IntStream.concat(masked, chosen(false)).toArray();
    }

    private IntStream chosen(boolean isMasked) {
        return IntStream.range(0, batch.size())
                .filter(row -> padding.count(row) > 0 == isMasked)
                .limit(EXAMPLES / 2);
    }

    private int rank(int row) {
        int padded = padding.count(row);
        return padded == padding.length() ? 2 : padded == 0 ? 1 : 0;
    }

    private PaddedTarget rows(int... rows) {
        return new PaddedTarget(batch.rows(rows), name, byMask, padding.rows(rows));
    }

    /** The batch with targets overwritten where they are padding, or where they are not. */
    Batch overwritten(boolean where, RandomGenerator random) {
        ArrayTensor target = batch.targets().get(name).toArray();
        return batch.withTargets(
                batch.targets().with(name, overwritten(name, target, where, random)));
    }

    /** Outputs overwritten where they are padding. */
    NamedTensors overwritten(NamedTensors outputs, RandomGenerator random) {
        String output = outputs.names().get(0);
        return outputs.with(output, overwritten(output, outputs.first().toArray(), true, random));
    }

    private ArrayTensor overwritten(
            String tensor, ArrayTensor values, boolean where, RandomGenerator random) {
        Slices slices = slices(tensor, values);
        Slices.Source source = OtherSlices.where(
                (row, position) -> padding.at(row, position) == where, slices, padding, random);
        return slices.rearranged(slices.count(), source).reshaped(values.shape());
    }

    /** One slice for each element of the mask. */
    private Slices slices(String tensor, ArrayTensor values) {
        int length = padding.length();
        long rows = values.shape().size(0);
        if (length == 1 || length == values.rowLength()) {
            return new Slices(
                    values.reshaped(Shape.of(rows, length, values.rowLength() / length)), 1);
        }
        int[] axes = Slices.axes(values.shape(), length);
        if (axes.length != 1) {
            throw new NotAvailableException(
                    "%d masked positions leave open along which axis of '%s' %s they run"
                            .formatted(length, tensor, values.shape()));
        }
        return new Slices(values, axes[0]);
    }

    /** The axis of the target that runs over positions, of which the input has so many. */
    int axis(int length, Shape output, int outputAxis) {
        Shape shape = batch.targets().get(name).shape();
        int[] axes = Slices.axes(shape, length);
        if (axes.length < 2) {
            return axes.length == 0 ? 0 : axes[0];
        }
        return shape.equals(output) ? outputAxis : 0;
    }
}
