package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

/** Class labels as one row of k numbers for each. */
final class OneHot {

    private OneHot() {}

    static ArrayTensor of(ArrayTensor target, int classes) {
        if (target.shape().rank() == 2 && target.shape().size(1) == classes) {
            return target.as(ElementType.FLOAT64);
        }
        double[] rows = new double[target.length() * classes];
        for (int i = 0; i < target.length(); i++) {
            rows[i * classes + (int) target.get(i)] = 1;
        }
        return ArrayTensor.ofDoubles(Shape.of(target.length(), classes), rows);
    }
}
