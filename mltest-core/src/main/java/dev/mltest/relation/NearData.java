package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import java.util.random.RandomGenerator;

/**
 * Examples close to those of the data. A value is multiplied, so that 0 stays 0: it may stand for
 * padding, or for a word that is not there. Whole numbers may be indices, of which a fraction or
 * one never seen would be illegal: they are exchanged with another example's at the same position.
 *
 * @param relativeSize most that a value moves, relative to itself
 */
record NearData(double relativeSize) {

    private static final double EXCHANGED = 0.25;

    Batch draw(Batch data, RandomGenerator random) {
        String name = data.inputs().names().get(0);
        ArrayTensor input = data.input(name);
        double[] values = input.toDoubles();
        for (int i = 0; i < values.length; i++) {
            values[i] = isIndex(input, i) ? exchanged(input, i, random) : moved(input, i, random);
        }
        ArrayTensor near = ArrayTensor.of(input.elementType(), input.shape(), values);
        return data.withInputs(data.inputs().with(name, near));
    }

    private double moved(ArrayTensor input, int at, RandomGenerator random) {
        return input.get(at) * (1 + relativeSize * (2 * random.nextDouble() - 1));
    }

    private static double exchanged(ArrayTensor input, int at, RandomGenerator random) {
        int width = input.rowLength();
        int row = random.nextInt(input.length() / width);
        double other = input.get(row * width + at % width);
        boolean exchange = random.nextDouble() < EXCHANGED && input.get(at) != 0 && other != 0;
        return exchange ? other : input.get(at);
    }

    /** Whether all examples have a whole number at this position. */
    private static boolean isIndex(ArrayTensor input, int at) {
        int width = input.rowLength();
        for (int i = at % width; i < input.length(); i += width) {
            if (input.get(i) != Math.rint(input.get(i))) {
                return false;
            }
        }
        return true;
    }
}
