package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.DeclaredPadding;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Shape;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An input of which some positions are declared to be padding.
 *
 * @param name of the input
 * @param axis that runs over positions
 * @param byMask whether a mask tells the padding, or its value
 * @param padding where it is
 */
record PaddedInput(String name, int axis, boolean byMask, PaddedPositions padding) {

    /**
     * Those of a batch.
     *
     * @throws NotAvailableException if nothing tells where the padding is
     */
    static List<PaddedInput> of(Batch batch, DeclaredPadding declared) {
        List<String> names = names(batch, declared);
        return names.stream().map(name -> of(batch, name, declared)).toList();
    }

    private static List<String> names(Batch batch, DeclaredPadding declared) {
        if (!declared.input().isEmpty()) {
            return List.of(declared.input());
        }
        List<String> masked = batch.inputs().names().stream()
                .filter(batch.masks().names()::contains)
                .toList();
        return masked.isEmpty() ? batch.inputs().names().subList(0, 1) : masked;
    }

    private static PaddedInput of(Batch batch, String name, DeclaredPadding declared) {
        ArrayTensor input = batch.input(name);
        if (batch.masks().names().contains(name)) {
            ArrayTensor mask = batch.masks().get(name).toArray();
            int axis = declared.axis() > 0 ? declared.axis() : axis(name, input, mask);
            return new PaddedInput(name, axis, true, PaddedPositions.of(mask));
        }
        if (Double.isNaN(declared.value())) {
            throw new NotAvailableException(
                    "'%s' has no mask that tells its padding; give the batches a mask of that name,"
                                    .formatted(name)
                            + " or write .paddedWith(0) if 0 stands at padded positions only");
        }
        return byValue(name, input, declared);
    }

    private static int axis(String name, ArrayTensor input, ArrayTensor mask) {
        int[] axes = Slices.axes(input.shape(), mask.rowLength());
        if (axes.length != 1) {
            throw new NotAvailableException(
                    "mask %s leaves open along which axis of '%s' %s it runs; write"
                                    .formatted(mask.shape(), name, input.shape())
                            + " .declare(DeclaredPadding.byMask().along(1))");
        }
        return axes[0];
    }

    /** Along the axis on which most slices are filled with the value. */
    private static PaddedInput byValue(String name, ArrayTensor input, DeclaredPadding declared) {
        Shape shape = input.shape();
        int[] axes = declared.axis() > 0
                ? new int[] {declared.axis()}
                : IntStream.range(1, shape.rank()).toArray();
        PaddedInput most = null;
        for (int axis : axes) {
            PaddedPositions found =
                    PaddedPositions.of(Slices.along(name, input, axis), declared.value());
            if (most == null || found.count() > most.padding().count()) {
                most = new PaddedInput(name, axis, false, found);
            }
        }
        if (most == null) {
            throw new NotAvailableException("'%s' %s has no positions".formatted(name, shape));
        }
        return most;
    }

    Slices slices(Batch batch) {
        return Slices.along(name, batch.input(name), axis);
    }

    /** The batch with other values in this input. */
    Batch with(Batch batch, ArrayTensor values) {
        return batch.withInputs(batch.inputs().with(name, values));
    }
}
