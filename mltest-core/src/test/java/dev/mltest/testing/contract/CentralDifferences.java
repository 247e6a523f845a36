package dev.mltest.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ParameterPath;

/** Holds gradients in double precision against central differences of the loss. */
public final class CentralDifferences {

    /**
     * With a nudge h the truncation error is about h squared and the round-off about 1e-16 / h:
     * both are below 1e-9 here, a thousand times less than what is tolerated.
     */
    private static final double NUDGE = 1e-5;

    private static final double TOLERANCE = 1e-6;
    private static final int MOST_ENTRIES = 12;
    private static final long NOISE = 7;

    private final Differentiable twin;
    private final Batch batch;
    private final Mode mode;

    /** Of a model in double precision, on a batch in the framework's layout. */
    public CentralDifferences(Differentiable twin, Batch batch, Mode mode) {
        this.twin = twin;
        this.batch = batch;
        this.mode = mode;
    }

    /** Demands that they agree, for the first elements of every parameter and input. */
    public void compare() {
        twin.seed(NOISE);
        Gradients gradients = twin.gradients(batch, mode);
        assertThat(gradients.loss()).isCloseTo(loss(batch), within(1e-12));
        gradients.parameters().forEach((path, gradient) -> {
            assertThat(gradient.elementType()).isEqualTo(ElementType.FLOAT64);
            compareParameter(path, gradient.toArray());
        });
        gradients.inputs().forEach((input, gradient) -> compareInput(input, gradient.toArray()));
    }

    private void compareParameter(ParameterPath path, ArrayTensor gradient) {
        ArrayTensor original = twin.value(path).toArray();
        for (int i = 0; i < Math.min(MOST_ENTRIES, original.length()); i++) {
            twin.assign(path, nudged(original, i, NUDGE));
            double above = loss(batch);
            twin.assign(path, nudged(original, i, -NUDGE));
            double below = loss(batch);
            compare(path + "[" + i + "]", above, below, gradient.get(i));
        }
        twin.assign(path, original);
    }

    private void compareInput(String input, ArrayTensor gradient) {
        ArrayTensor original = batch.input(input).as(ElementType.FLOAT64);
        for (int i = 0; i < Math.min(MOST_ENTRIES, original.length()); i++) {
            double above = loss(with(input, nudged(original, i, NUDGE)));
            double below = loss(with(input, nudged(original, i, -NUDGE)));
            compare(input + "[" + i + "]", above, below, gradient.get(i));
        }
    }

    private static void compare(String place, double above, double below, double gradient) {
        assertThat((above - below) / (2 * NUDGE))
                .as(place)
                .isCloseTo(gradient, within(TOLERANCE * Math.max(1, Math.abs(gradient))));
    }

    private Batch with(String input, ArrayTensor value) {
        return batch.withInputs(batch.inputs().with(input, value));
    }

    private double loss(Batch given) {
        twin.seed(NOISE);
        return twin.evaluate(given, mode).loss();
    }

    private static ArrayTensor nudged(ArrayTensor tensor, int index, double by) {
        double[] values = tensor.toDoubles();
        values[index] += by;
        return ArrayTensor.ofDoubles(tensor.shape(), values);
    }
}
