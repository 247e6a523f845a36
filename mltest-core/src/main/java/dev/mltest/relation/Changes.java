package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.relation.Transformation.Drawn;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Carries a change of one tensor to the first input of a batch and to what belongs to it. */
final class Changes {

    private Changes() {}

    /** A named family. */
    record Named(String describe, Function<RandomGenerator, Drawn> drawing)
            implements Transformation {

        @Override
        public Drawn draw(RandomGenerator random) {
            return drawing.apply(random);
        }
    }

    /** A family of one. */
    static Transformation fixed(Drawn drawn) {
        return new Named(drawn.description(), random -> drawn);
    }

    /** A change of values: the mask stays. */
    static Drawn ofValues(String description, UnaryOperator<ArrayTensor> change) {
        return of(description, change, (input, mask) -> false);
    }

    /** As a change of values, where these are numbers and not token ids. */
    static UnaryOperator<ArrayTensor> ofNumbers(String what, UnaryOperator<ArrayTensor> change) {
        return tensor -> {
            if (!tensor.elementType().isFloating()) {
                throw new ConfigurationException(
                        "a %s needs floating-point values, but got %s %s; write .on(\"name\") for another input, or substitution(17, 23) for token ids"
                                .formatted(what, tensor.elementType(), tensor.shape()));
            }
            return change.apply(tensor);
        };
    }

    /** A change of values that outputs do not follow. */
    static Drawn ofInputs(String description, UnaryOperator<ArrayTensor> change) {
        return new Drawn(
                description, ofValues(description, change).onInputs(), UnaryOperator.identity());
    }

    /** A move of elements: a mask that masks them one by one moves along. */
    static Drawn ofPlaces(String description, UnaryOperator<ArrayTensor> move) {
        return of(description, move, Shape::equals);
    }

    /** A move along one axis: a mask over that axis, such as [N x n] of a set, moves along. */
    static Drawn along(int axis, String description, AxisMove move) {
        return new Drawn(
                description,
                batch -> {
                    int at = TensorMoves.axisOf(batch.inputs().first().shape(), axis);
                    return first(batch, x -> move.of(x, at), (x, mask) -> covers(x, mask, at));
                },
                output -> move.of(output, axis));
    }

    /** A change of the first input, of certain masks and, for equivariance, of outputs. */
    static Drawn of(
            String description,
            UnaryOperator<ArrayTensor> change,
            BiPredicate<Shape, Shape> maskToo) {
        return new Drawn(description, batch -> first(batch, change, maskToo), change);
    }

    static Drawn simplifiedBy(Drawn drawn, List<Drawn> simpler) {
        return Composition.with(drawn, simpler);
    }

    /** Moves slices along an axis. */
    interface AxisMove {

        ArrayTensor of(ArrayTensor tensor, int axis);
    }

    private static boolean covers(Shape input, Shape mask, int axis) {
        return axis < mask.rank()
                && mask.rank() <= input.rank()
                && Arrays.equals(mask.sizes(), Arrays.copyOf(input.sizes(), mask.rank()));
    }

    private static Batch first(
            Batch batch, UnaryOperator<ArrayTensor> change, BiPredicate<Shape, Shape> maskToo) {
        String name = batch.inputs().names().get(0);
        Shape input = batch.inputs().first().shape();
        NamedTensors masks = batch.masks()
                .map((masked, mask) -> masked.equals(name) && maskToo.test(input, mask.shape())
                        ? change.apply(mask.toArray())
                        : mask);
        NamedTensors inputs = batch.inputs().with(name, change.apply(batch.input(name)));
        return new Batch(inputs, batch.targets(), masks);
    }
}
