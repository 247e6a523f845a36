package dev.mltest.testing.contract;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Data for the carriers, the same in every run. */
final class CarrierBatches {

    private static final int ROWS = 6;
    private static final int CLASSES = 3;

    private CarrierBatches() {}

    static Batch of(Carrier carrier) {
        return of(carrier, 0, 0);
    }

    /** With one feature or pixel too many in each row: no network can take it. */
    static Batch withWrongInputs(Carrier carrier) {
        return of(carrier, 1, 0);
    }

    /** With a class, or a column of numbers, that the network does not have. */
    static Batch withWrongTargets(Carrier carrier) {
        return of(carrier, 0, 1);
    }

    private static Batch of(Carrier carrier, int moreInputs, int moreTargets) {
        NamedTensors targets = carrier == Carrier.LINEAR_REGRESSION
                ? NamedTensors.of("target", normal(1 + moreTargets))
                : NamedTensors.of("target", labels(CLASSES + moreTargets));
        return new Batch(inputs(carrier, moreInputs), targets, masks(carrier));
    }

    private static NamedTensors inputs(Carrier carrier, int more) {
        return switch (carrier) {
            case LINEAR_REGRESSION -> NamedTensors.of("input", normal(3 + more));
            case MLP, RESIDUAL -> NamedTensors.of("input", normal(4 + more));
            case CNN -> NamedTensors.of("input", normal(1, 6 + more, 6 + more));
            case LSTM -> NamedTensors.of("input", normal(5, 2 + more));
            case TWO_INPUTS -> NamedTensors.of("left", normal(3)).with("right", normal(2 + more));
        };
    }

    private static NamedTensors masks(Carrier carrier) {
        return carrier == Carrier.LSTM ? NamedTensors.of("input", mask(5)) : NamedTensors.none();
    }

    /** The last steps of some sequences are padding. */
    private static ArrayTensor mask(int steps) {
        double[] values = new double[ROWS * steps];
        Arrays.setAll(values, i -> i % steps < steps - (i / steps) % 3 ? 1 : 0);
        return ArrayTensor.of(ElementType.FLOAT32, Shape.of(ROWS, steps), values);
    }

    private static ArrayTensor labels(int classes) {
        return ArrayTensor.ofLongs(
                Shape.of(ROWS),
                IntStream.range(0, ROWS)
                        .mapToLong(row -> (row + row / 4) % classes)
                        .toArray());
    }

    private static ArrayTensor normal(long... row) {
        Shape shape = Shape.of(IntStream.range(0, row.length + 1)
                .mapToLong(axis -> axis == 0 ? ROWS : row[axis - 1])
                .toArray());
        Random random = new Random(shape.hashCode());
        double[] values = new double[Math.toIntExact(shape.elements())];
        Arrays.setAll(values, i -> random.nextGaussian());
        return ArrayTensor.of(ElementType.FLOAT32, shape, values);
    }
}
