package dev.mltest.junit.jqwik;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One example that was drawn.
 *
 * @param values its elements
 * @param label its class
 * @param length how many positions of its first axis count; the rest is padding
 */
record Example(List<Double> values, int label, int length) {

    /** The elements of all, with 0 for padding. */
    static ArrayTensor input(List<Example> examples, ElementType type, Shape shape) {
        List<Double> values = new ArrayList<>();
        for (Example example : examples) {
            int kept = Math.min(example.values.size(), example.length * positionSize(shape));
            values.addAll(example.values.subList(0, kept));
            values.addAll(Collections.nCopies(example.values.size() - kept, 0.0));
        }
        long[] sizes = new long[shape.rank() + 1];
        System.arraycopy(shape.sizes(), 0, sizes, 1, shape.rank());
        sizes[0] = examples.size();
        return MltestArbitraries.tensor(type, Shape.of(sizes), values);
    }

    static ArrayTensor classes(List<Example> examples) {
        return ArrayTensor.ofLongs(
                Shape.of(examples.size()),
                examples.stream().mapToLong(Example::label).toArray());
    }

    static ArrayTensor mask(List<Example> examples, Shape shape) {
        return Encoding.mask(examples.stream().map(Example::length).toList(), (int) shape.size(0));
    }

    private static int positionSize(Shape shape) {
        boolean hasPositions = shape.rank() > 0 && shape.size(0) > 0;
        return hasPositions ? (int) (shape.elements() / shape.size(0)) : 1;
    }
}
