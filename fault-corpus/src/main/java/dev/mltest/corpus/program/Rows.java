package dev.mltest.corpus.program;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Shape;

import java.util.List;

/** Examples as a tensor. */
public final class Rows {

    private Rows() {}

    /** One row for each, all of one length; copied. */
    public static ArrayTensor of(List<float[]> rows) {
        int width = rows.get(0).length;
        float[] values = new float[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, values, i * width, width);
        }
        return ArrayTensor.ofFloats(Shape.of(rows.size(), width), values);
    }
}
