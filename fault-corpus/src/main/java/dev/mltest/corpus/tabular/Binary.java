package dev.mltest.corpus.tabular;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

/** The same rows, two classes: within a circle or outside. */
class Binary extends Tabular {

    @Override
    public Task task() {
        return Task.binary();
    }

    @Override
    int classes() {
        return 1;
    }

    @Override
    long classOf(float[] features) {
        return features[0] * features[0] + features[1] * features[1] > outside() ? 1 : 0;
    }

    /** The square of the circle's radius. */
    double outside() {
        return 1.4;
    }

    @Override
    ArrayTensor targets(long[] classes) {
        float[] column = new float[classes.length];
        for (int row = 0; row < column.length; row++) {
            column[row] = classes[row];
        }
        return ArrayTensor.ofFloats(Shape.of(column.length, 1), column);
    }
}
