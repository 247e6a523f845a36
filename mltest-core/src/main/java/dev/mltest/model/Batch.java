package dev.mltest.model;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Examples that are shown to a model together: named inputs, named targets, and masks by the name
 * of the tensor they mask. Axis 0 of every tensor runs over the examples. All values are on the
 * heap; the adapter carries them to the device.
 *
 * @param inputs what the model sees
 * @param targets what the loss compares the outputs with
 * @param masks 1 where an element counts and 0 where it is padding, by the masked tensor's name
 */
public record Batch(NamedTensors inputs, NamedTensors targets, NamedTensors masks) {

    /**
     * A batch; every tensor is copied to the heap if it is not there already.
     *
     * @throws ConfigurationException if there are no inputs, a tensor is a scalar, or the tensors
     *     disagree on the number of examples
     */
    public Batch {
        inputs = inputs.toArrays();
        targets = targets.toArrays();
        masks = masks.toArrays();
        if (inputs.isEmpty()) {
            throw new ConfigurationException("a batch needs at least one input tensor");
        }
        requireOneBatchSize(inputs, targets, masks);
    }

    /** A batch without masks. */
    public Batch(NamedTensors inputs, NamedTensors targets) {
        this(inputs, targets, NamedTensors.none());
    }

    /** A batch of one input named {@code input} and one target named {@code target}. */
    public static Batch of(ArrayTensor input, ArrayTensor target) {
        return new Batch(NamedTensors.of("input", input), NamedTensors.of("target", target));
    }

    /** Number of examples. */
    public int size() {
        return Math.toIntExact(inputs.first().shape().size(0));
    }

    /** These examples, in this order, repeats allowed. */
    public Batch rows(int... rows) {
        return map(tensor -> tensor.rows(rows));
    }

    /** The first {@code count} examples. */
    public Batch firstRows(int count) {
        return rows(IntStream.range(0, Math.min(count, size())).toArray());
    }

    /** This batch with other inputs. */
    public Batch withInputs(NamedTensors other) {
        return new Batch(other, targets, masks);
    }

    /** This batch with other targets. */
    public Batch withTargets(NamedTensors other) {
        return new Batch(inputs, other, masks);
    }

    /** One input's values. */
    public ArrayTensor input(String name) {
        return inputs.get(name).toArray();
    }

    /**
     * The only target's values, or the first one's.
     *
     * @throws ConfigurationException if there is no target
     */
    public ArrayTensor target() {
        if (targets.isEmpty()) {
            throw new ConfigurationException(
                    "the batch has no target; give the training data its targets");
        }
        return targets.first().toArray();
    }

    private Batch map(UnaryOperator<ArrayTensor> image) {
        return new Batch(
                inputs.map((name, tensor) -> image.apply(tensor.toArray())),
                targets.map((name, tensor) -> image.apply(tensor.toArray())),
                masks.map((name, tensor) -> image.apply(tensor.toArray())));
    }

    private static void requireOneBatchSize(NamedTensors... groups) {
        long rows = -1;
        for (NamedTensors group : groups) {
            for (var entry : group.asMap().entrySet()) {
                Shape shape = entry.getValue().shape();
                if (shape.rank() == 0 || (rows >= 0 && shape.size(0) != rows)) {
                    throw new ConfigurationException(
                            "axis 0 of every tensor in a batch runs over the examples, but their"
                                    + " shapes are "
                                    + describe(groups));
                }
                rows = shape.size(0);
            }
        }
    }

    private static List<String> describe(NamedTensors... groups) {
        return Stream.of(groups)
                .flatMap(group -> group.asMap().entrySet().stream())
                .map(entry -> entry.getKey() + " " + entry.getValue().shape())
                .toList();
    }
}
