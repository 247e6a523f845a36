package dev.mltest.junit.jqwik;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

import java.util.List;

/** Classes and lengths as tensors. */
final class Encoding {

    private Encoding() {}

    static ArrayTensor oneHot(ArrayTensor indices, int classes) {
        double[] values = new double[indices.length() * classes];
        for (int row = 0; row < indices.length(); row++) {
            values[row * classes + (int) indices.get(row)] = 1;
        }
        return ArrayTensor.of(ElementType.FLOAT32, Shape.of(indices.length(), classes), values);
    }

    static ArrayTensor mask(List<Integer> lengths, int most) {
        double[] values = new double[lengths.size() * most];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % most < lengths.get(i / most) ? 1 : 0;
        }
        return ArrayTensor.of(ElementType.FLOAT32, Shape.of(lengths.size(), most), values);
    }
}
