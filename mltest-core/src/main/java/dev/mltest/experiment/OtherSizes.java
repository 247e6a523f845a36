package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.TensorDifference;

import org.jspecify.annotations.Nullable;

import java.util.stream.IntStream;

/**
 * Predictions of a part of a batch. A model that takes batches of one size only refuses them.
 *
 * @param half of the first half of the examples
 * @param one of the first example alone
 * @param refusal why there are none; empty if there are
 */
record OtherSizes(@Nullable NamedTensors half, @Nullable NamedTensors one, String refusal) {

    static OtherSizes of(Predictor model, Batch batch) {
        try {
            return new OtherSizes(
                    predict(model, batch.firstRows(Math.max(1, batch.size() / 2))),
                    predict(model, batch.firstRows(1)),
                    "");
        } catch (RuntimeException refusal) {
            Throwable cause = refusal.getCause() == null ? refusal : refusal.getCause();
            return new OtherSizes(null, null, String.valueOf(cause.getMessage()));
        }
    }

    double prefix(String name, ArrayTensor whole) {
        return half == null ? Double.NaN : distance(half.get(name).toArray(), whole);
    }

    double alone(String name, ArrayTensor whole) {
        return one == null ? Double.NaN : distance(one.get(name).toArray(), whole);
    }

    private static NamedTensors predict(Predictor model, Batch batch) {
        return model.scoped(() -> model.predict(batch).toArrays());
    }

    private static double distance(ArrayTensor part, ArrayTensor whole) {
        if (part.shape().rank() == 0 || part.rowLength() != whole.rowLength()) {
            return Double.NaN;
        }
        int rows = (int) Math.min(part.shape().size(0), whole.shape().size(0));
        ArrayTensor same = whole.rows(IntStream.range(0, rows).toArray());
        if (!same.shape().equals(part.shape())) {
            return Double.NaN;
        }
        TensorDifference difference = same.differenceFrom(part);
        return difference.nonFinite() > 0 ? Double.NaN : difference.maxAbs();
    }
}
