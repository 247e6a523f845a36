package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Forms of a batch that are simpler in one respect. Values are those of its first input. */
final class SimplerValues {

    private SimplerValues() {}

    static ArrayTensor input(Batch batch) {
        return batch.inputs().first().toArray();
    }

    static Batch withoutRows(Batch batch, int from, int count) {
        return batch.rows(IntStream.range(0, batch.size())
                .filter(row -> row < from || row >= from + count)
                .toArray());
    }

    /** Number of positions of a sequence; 1 if axis 1 runs over anything else. */
    static int length(Batch batch) {
        String name = batch.inputs().names().get(0);
        ArrayTensor input = batch.input(name);
        int rank = input.shape().rank();
        boolean isMasked = batch.masks().names().contains(name);
        boolean isTokens = rank > 1 && !input.elementType().isFloating();
        return (rank > 1 && isMasked) || isTokens || rank == 3
                ? (int) input.shape().size(1)
                : 1;
    }

    /** The first positions; what is equally long along axis 1 is cut with it. */
    static Batch shortened(Batch batch, int length) {
        long old = input(batch).shape().size(1);
        NamedTensors inputs = batch.inputs().map((name, tensor) -> cut(tensor, old, length));
        NamedTensors masks = batch.masks().map((name, tensor) -> cut(tensor, old, length));
        return new Batch(inputs, batch.targets(), masks);
    }

    static Batch zeroed(Batch batch, int from, int to) {
        ArrayTensor input = input(batch);
        double[] values = input.toDoubles();
        Arrays.fill(values, from, to, 0);
        return with(batch, ArrayTensor.of(input.elementType(), input.shape(), values));
    }

    /** All values that are not 0 made 1 or -1, or whole numbers, or short ones; simplest first. */
    static Stream<Supplier<Batch>> rounder(Batch batch) {
        return Stream.<DoubleUnaryOperator>of(
                        Math::signum,
                        Math::rint,
                        value -> digits(value, 1),
                        value -> digits(value, 2))
                .map(rounding -> () -> with(batch, input(batch).map(rounding)));
    }

    private static double digits(double value, int count) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(count)).doubleValue()
                : value;
    }

    private static Batch with(Batch batch, ArrayTensor input) {
        return batch.withInputs(batch.inputs().with(batch.inputs().names().get(0), input));
    }

    private static Tensor cut(Tensor tensor, long old, int length) {
        Shape shape = tensor.shape();
        if (shape.rank() < 2 || shape.size(1) != old) {
            return tensor;
        }
        long[] sizes = shape.sizes();
        sizes[1] = length;
        Shape cut = Shape.of(sizes);
        ArrayTensor whole = tensor.toArray();
        int wide = whole.rowLength();
        int narrow = (int) (wide / old * length);
        double[] values = new double[(int) cut.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = whole.get(i / narrow * wide + i % narrow);
        }
        return ArrayTensor.of(tensor.elementType(), cut, values);
    }
}
