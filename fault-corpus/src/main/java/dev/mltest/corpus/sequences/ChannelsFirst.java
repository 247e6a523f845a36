package dev.mltest.corpus.sequences;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;

/** Series as DL4J takes them: [N x steps x channels] becomes [N x channels x steps]. */
final class ChannelsFirst {

    private ChannelsFirst() {}

    /** The batch with its inputs turned. */
    static Batch inputs(Batch batch) {
        return batch.withInputs(batch.inputs().map((name, tensor) -> swapped(tensor.toArray())));
    }

    /** The last two of three axes exchanged. */
    static ArrayTensor swapped(ArrayTensor tensor) {
        int rows = Math.toIntExact(tensor.shape().size(0));
        int from = Math.toIntExact(tensor.shape().size(1));
        int to = Math.toIntExact(tensor.shape().size(2));
        double[] values = new double[tensor.length()];
        for (int i = 0; i < values.length; i++) {
            int row = i / (from * to);
            int first = i / to % from;
            int second = i % to;
            values[(row * to + second) * from + first] = tensor.get(i);
        }
        return ArrayTensor.of(tensor.elementType(), Shape.of(rows, to, from), values);
    }

    /** Class indices [N x steps] as [N x classes x steps] with a single 1 at each step. */
    static ArrayTensor oneHot(ArrayTensor indices, int classes) {
        int rows = Math.toIntExact(indices.shape().size(0));
        int steps = Math.toIntExact(indices.shape().size(1));
        float[] values = new float[rows * classes * steps];
        for (int i = 0; i < indices.length(); i++) {
            int row = i / steps;
            values[(row * classes + (int) indices.get(i)) * steps + i % steps] = 1;
        }
        return ArrayTensor.ofFloats(Shape.of(rows, classes, steps), values);
    }
}
