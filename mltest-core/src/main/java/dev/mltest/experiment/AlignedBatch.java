package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Tensor;

/**
 * A batch whose tensors run over the positions of one input: they are cut and lengthened together.
 *
 * @param batch the batch
 * @param input the input
 * @param axis of the input that runs over positions
 */
record AlignedBatch(Batch batch, String input, int axis) {

    Slices slices() {
        return Slices.along(input, batch.input(input), axis);
    }

    int length() {
        return slices().count();
    }

    /** So many positions, each slice of every such input and mask an old one. */
    Batch rearranged(int positions, Slices.Source source) {
        return new Batch(
                batch.inputs().map((name, tensor) -> moved(tensor, positions, source)),
                batch.targets(),
                batch.masks().map((name, tensor) -> moved(tensor, positions, source)));
    }

    /** The same of a target as well, along this axis. */
    Batch rearranged(int positions, Slices.Source source, String target, int targetAxis) {
        Batch moved = rearranged(positions, source);
        Slices slices = Slices.along(target, batch.targets().get(target).toArray(), targetAxis);
        return moved.withTargets(
                batch.targets().with(target, slices.rearranged(positions, source)));
    }

    /** The first positions only. */
    Batch prefix(int positions) {
        Slices own = slices();
        return rearranged(positions, own::code);
    }

    private ArrayTensor moved(Tensor tensor, int positions, Slices.Source source) {
        ArrayTensor values = tensor.toArray();
        int along = axisOf(values);
        return along == 0 ? values : new Slices(values, along).rearranged(positions, source);
    }

    /** 0 if the tensor does not run over these positions. */
    private int axisOf(ArrayTensor tensor) {
        int[] axes = Slices.axes(tensor.shape(), length());
        if (axes.length < 2) {
            return axes.length == 0 ? 0 : axes[0];
        }
        boolean alike = tensor.shape().rank() > axis && tensor.shape().size(axis) == length();
        return alike ? axis : axes[0];
    }
}
