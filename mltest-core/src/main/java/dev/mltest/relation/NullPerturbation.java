package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Changes of a batch that mean nothing and still move the last digits of what comes out. */
final class NullPerturbation {

    private final RandomGenerator random;

    NullPerturbation(RandomGenerator random) {
        this.random = random;
    }

    /** Every floating-point input element one unit in the last place up or down. */
    Batch of(Batch batch) {
        return of(batch, 1);
    }

    /** The same by one to {@code most} units: inputs that cancel seldom move alike then. */
    Batch of(Batch batch, int most) {
        return batch.withInputs(batch.inputs().map((name, tensor) -> of(tensor.toArray(), most)));
    }

    /** The same of one tensor. Numbers that may be token ids never fall below them. */
    ArrayTensor of(ArrayTensor tensor, int most) {
        ElementType type = tensor.elementType();
        if (!type.isFloating()) {
            return tensor;
        }
        boolean whole = Arrays.stream(tensor.toDoubles()).allMatch(x -> x == Math.rint(x));
        return tensor.map(value -> {
            double units = (most == 1 ? 1 : 1 + random.nextInt(most)) * type.ulp(value);
            double outward = random.nextBoolean() ? units : whole ? 0 : -units;
            double moved = value + (value < 0 ? -outward : outward);
            return Double.isFinite(type.round(moved)) ? moved : value;
        });
    }

    /** The examples in reverse: sums are blocked differently; token ids allow nothing else. */
    Batch reversed(Batch batch) {
        return batch.rows(lastToFirst(batch.size()));
    }

    /** Outputs of the examples in reverse, back in their order. */
    ArrayTensor reversed(ArrayTensor output) {
        return output.rows(lastToFirst((int) output.shape().size(0)));
    }

    private static int[] lastToFirst(int size) {
        return IntStream.range(0, size).map(row -> size - 1 - row).toArray();
    }
}
