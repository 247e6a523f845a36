package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Tensor;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Examples far from the ordinary.
 *
 * @param stress what was done to them, in words
 * @param batch the examples
 * @param mode how the model is run on them
 */
record StressBatch(String stress, Batch batch, Mode mode) {

    private static final double SMALL = 1e-4;

    static StressBatch zeros(Batch batch) {
        return inference("all inputs 0", times(batch, 0));
    }

    static StressBatch small(Batch batch) {
        return inference("inputs times 0.0001", times(batch, SMALL));
    }

    static StressBatch large(Batch batch, double factor) {
        return inference("inputs times " + Math.round(factor), times(batch, factor));
    }

    /** One number for all elements: nothing is left to divide by in a row's own deviation. */
    static StressBatch constant(Batch batch) {
        return inference("every element of an input the same", floating(batch, tensor -> {
            double size = tensor.summary().rms();
            return tensor.map(value -> size);
        }));
    }

    /** One example again and again: nothing is left of a batch's own deviation. */
    static StressBatch repeated(Batch batch) {
        Batch same = batch.rows(new int[Math.max(2, batch.size())]);
        return new StressBatch("every example the same", same, Mode.TRAINING);
    }

    /** The first example holds nothing but padding, if there are masks. */
    static Optional<StressBatch> masked(Batch batch) {
        NamedTensors masks = batch.masks().map((name, mask) -> withoutFirstRow(mask.toArray()));
        return batch.masks().isEmpty()
                ? Optional.empty()
                : Optional.of(inference(
                        "one example all masked",
                        new Batch(batch.inputs(), batch.targets(), masks)));
    }

    private static ArrayTensor withoutFirstRow(ArrayTensor mask) {
        double[] values = mask.toDoubles();
        Arrays.fill(values, 0, mask.rowLength(), 0);
        return ArrayTensor.of(mask.elementType(), mask.shape(), values);
    }

    static Batch times(Batch batch, double factor) {
        return floating(batch, tensor -> tensor.map(value -> value * factor));
    }

    static boolean hasFloatingInputs(Batch batch) {
        return batch.inputs().any(tensor -> tensor.elementType().isFloating());
    }

    private static StressBatch inference(String stress, Batch batch) {
        return new StressBatch(stress, batch, Mode.INFERENCE);
    }

    private static Batch floating(Batch batch, UnaryOperator<ArrayTensor> change) {
        NamedTensors inputs = batch.inputs().map((name, tensor) -> changed(tensor, change));
        return batch.withInputs(inputs);
    }

    private static Tensor changed(Tensor tensor, UnaryOperator<ArrayTensor> change) {
        return tensor.elementType().isFloating() ? change.apply(tensor.toArray()) : tensor;
    }
}
