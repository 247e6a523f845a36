package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;

/** Compares gradients in double precision with what the loss does when one number is nudged. */
final class CentralDifferences {

    private static final double NUDGE = 1e-5;
    private static final double TOLERANCE = 1e-6;
    private static final int MOST_ENTRIES = 12;

    private CentralDifferences() {}

    static void agree(Differentiable twin, Batch batch, Mode mode) {
        twin.seed(7);
        Gradients gradients = twin.gradients(batch, mode);
        assertThat(gradients.loss()).isCloseTo(loss(twin, batch, mode), within(1e-12));
        assertThat(gradients.parameters().keySet())
                .containsExactlyElementsOf(twin.parameters().stream()
                        .filter(Parameter::isTrainable)
                        .map(Parameter::path)
                        .toList());
        gradients.parameters().forEach((path, gradient) -> {
            assertThat(gradient.elementType()).isEqualTo(ElementType.FLOAT64);
            compareParameter(twin, batch, mode, path, gradient.toArray());
        });
        gradients
                .inputs()
                .forEach((input, gradient) ->
                        compareInput(twin, batch, mode, input, gradient.toArray()));
        assertThat(gradients.inputs().keySet()).isEqualTo(batch.inputs().asMap().keySet());
    }

    private static void compareParameter(
            Differentiable twin, Batch batch, Mode mode, ParameterPath path, ArrayTensor gradient) {
        ArrayTensor original = twin.value(path).toArray();
        for (int i = 0; i < Math.min(MOST_ENTRIES, original.length()); i++) {
            twin.assign(path, nudged(original, i, NUDGE));
            double above = loss(twin, batch, mode);
            twin.assign(path, nudged(original, i, -NUDGE));
            double below = loss(twin, batch, mode);
            assertThat((above - below) / (2 * NUDGE))
                    .as("%s[%d]", path, i)
                    .isCloseTo(gradient.get(i), within(TOLERANCE));
        }
        twin.assign(path, original);
    }

    private static void compareInput(
            Differentiable twin, Batch batch, Mode mode, String input, ArrayTensor gradient) {
        ArrayTensor original = batch.input(input).as(ElementType.FLOAT64);
        for (int i = 0; i < Math.min(MOST_ENTRIES, original.length()); i++) {
            double above = loss(twin, with(batch, input, nudged(original, i, NUDGE)), mode);
            double below = loss(twin, with(batch, input, nudged(original, i, -NUDGE)), mode);
            assertThat((above - below) / (2 * NUDGE))
                    .as("%s[%d]", input, i)
                    .isCloseTo(gradient.get(i), within(TOLERANCE));
        }
    }

    private static Batch with(Batch batch, String input, ArrayTensor value) {
        return batch.withInputs(batch.inputs().with(input, value));
    }

    private static double loss(Differentiable twin, Batch batch, Mode mode) {
        twin.seed(7);
        return twin.evaluate(batch, mode).loss();
    }

    private static ArrayTensor nudged(ArrayTensor tensor, int index, double by) {
        double[] values = tensor.toDoubles();
        values[index] += by;
        return ArrayTensor.ofDoubles(tensor.shape(), values);
    }
}
