package dev.mltest.corpus.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

/** Class indices as DL4J takes them: rows with a single 1. */
final class OneHot {

    private OneHot() {}

    /** The batch with one-hot targets if it names classes by index. */
    static Batch targets(Task task, Batch batch) {
        if (!(task instanceof Task.Classification of) || batch.target().shape().rank() > 1) {
            return batch;
        }
        ArrayTensor rows = rows(batch.target(), of.classes());
        return batch.withTargets(NamedTensors.of(batch.targets().names().get(0), rows));
    }

    /** Rows of {@code classes} numbers; an index out of range leaves its row empty. */
    static ArrayTensor rows(ArrayTensor indices, int classes) {
        float[] rows = new float[indices.length() * classes];
        for (int i = 0; i < indices.length(); i++) {
            int index = (int) Math.round(indices.get(i));
            if (index >= 0 && index < classes) {
                rows[i * classes + index] = 1;
            }
        }
        return ArrayTensor.ofFloats(Shape.of(indices.length(), classes), rows);
    }
}
