package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import java.util.Arrays;

/** Puts examples behind examples. */
final class Concatenation {

    private Concatenation() {}

    /** The examples of one batch behind those of another of the same shapes. */
    static Batch of(Batch first, Batch second) {
        return new Batch(
                of(first.inputs(), second.inputs()),
                of(first.targets(), second.targets()),
                of(first.masks(), second.masks()));
    }

    static NamedTensors of(NamedTensors first, NamedTensors second) {
        return first.map(
                (name, tensor) -> rows(tensor.toArray(), second.get(name).toArray()));
    }

    private static ArrayTensor rows(ArrayTensor first, ArrayTensor second) {
        double[] both = Arrays.copyOf(first.toDoubles(), first.length() + second.length());
        System.arraycopy(second.toDoubles(), 0, both, first.length(), second.length());
        Shape shape =
                first.shape().withRows(first.shape().size(0) + second.shape().size(0));
        return ArrayTensor.of(first.elementType(), shape, both);
    }
}
