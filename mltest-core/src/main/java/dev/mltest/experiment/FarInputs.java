package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Tensor;

import java.util.Arrays;
import java.util.Optional;

/**
 * Inputs that differ between examples as before but lie far from 0, as years, pressures or prices
 * do. A variance taken as the mean square minus the squared mean has lost its digits there.
 */
final class FarInputs {

    private static final double[] DISTANCES = {1000, 100, 10};

    private FarInputs() {}

    /**
     * As far as exact outputs stay in their range.
     *
     * @return empty if no input can be moved: whole numbers may be codes, positions or masks
     */
    static Optional<Batch> of(Batch batch, Differentiable exact, StressRange range) {
        if (!batch.inputs().any(FarInputs::isMeasured)) {
            return Optional.empty();
        }
        return Arrays.stream(DISTANCES)
                .mapToObj(distance -> raised(batch, distance))
                .filter(far -> isTaken(far, exact, range))
                .findFirst();
    }

    /** A column may hold codes, which a model refuses when they are moved. */
    private static boolean isTaken(Batch far, Differentiable exact, StressRange range) {
        try {
            return exact.scoped(() -> !range.isLeftBy(exact.predict(far)));
        } catch (RuntimeException refusal) {
            return false;
        }
    }

    private static Batch raised(Batch batch, double distance) {
        return batch.withInputs(batch.inputs()
                .map((name, tensor) ->
                        isMeasured(tensor) ? raised(tensor.toArray(), distance) : tensor));
    }

    private static ArrayTensor raised(ArrayTensor tensor, double distance) {
        double size = tensor.summary().rms();
        return tensor.map(value -> value + distance * size);
    }

    private static boolean isMeasured(Tensor tensor) {
        if (!tensor.elementType().isFloating()) {
            return false;
        }
        ArrayTensor values = tensor.toArray();
        for (int i = 0; i < values.length(); i++) {
            if (values.get(i) != Math.rint(values.get(i))) {
                return true;
            }
        }
        return false;
    }
}
