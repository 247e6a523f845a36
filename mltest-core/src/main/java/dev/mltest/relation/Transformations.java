package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Ready-made transformations. Axes are those of the batch tensor [N x ...]: axis 0 runs over the
 * examples, negative axes count from the end. All act on the first input; outputs, where
 * equivariance is declared, are changed in the same way.
 */
public final class Transformations {

    private static final int SEEDS = 10_000;

    private Transformations() {}

    /** The axis reversed: {@code flip(-1)} is a left-right flip of images [N x C x H x W]. */
    public static Transformation flip(int axis) {
        UnaryOperator<ArrayTensor> flip = tensor -> {
            int last = TensorMoves.size(tensor, axis) - 1;
            return TensorMoves.along(tensor, axis, i -> last - i);
        };
        return fixed(moving("a flip of axis " + axis, flip));
    }

    /** Square images turned by a quarter. */
    public static Transformation quarterTurn() {
        return fixed(moving("a quarter turn", TensorMoves::quarterTurn));
    }

    /** A cyclic shift along an axis, by at most {@code most} places in either direction. */
    public static Transformation shift(int axis, int most) {
        if (most < 1) {
            throw new ConfigurationException(
                    "shift(%d, %d) needs to move by 1 or more; write shift(%d, 2)"
                            .formatted(axis, most, axis));
        }
        return drawn("a cyclic shift of axis %d by up to %d".formatted(axis, most), random -> {
            int by = (random.nextInt(most) + 1) * (random.nextBoolean() ? 1 : -1);
            return moving(
                    "cyclic shift of axis %d by %d".formatted(axis, by),
                    tensor -> shifted(tensor, axis, by));
        });
    }

    /** The elements along an axis in another order: a set, or the channels of an image. */
    public static Transformation permutation(int axis) {
        return drawn("a permutation of axis " + axis, random -> {
            int seed = random.nextInt(SEEDS);
            return moving(
                    "permutation of axis %d (seed %d)".formatted(axis, seed),
                    tensor -> Permutation.of(tensor, axis, seed));
        });
    }

    /** {@code count} positions of padding (value 0, mask 0) behind the last one of axis 1. */
    public static Transformation padding(int count) {
        UnaryOperator<ArrayTensor> pad = tensor -> TensorMoves.padded(tensor, 1, count);
        return fixed(new Transformation.Drawn(
                "%d positions of padding".formatted(count),
                batch -> changed(batch, pad, mask -> true),
                pad));
    }

    /** Any other change of the first input. */
    public static Transformation of(String description, UnaryOperator<ArrayTensor> change) {
        return fixed(
                new Transformation.Drawn(description, batch -> changed(batch, change), change));
    }

    private static ArrayTensor shifted(ArrayTensor tensor, int axis, int by) {
        int size = TensorMoves.size(tensor, axis);
        return TensorMoves.along(tensor, axis, i -> Math.floorMod(i - by, size));
    }

    private static Transformation fixed(Transformation.Drawn drawn) {
        return new Named(drawn.description(), random -> drawn);
    }

    private static Transformation drawn(
            String description, Function<RandomGenerator, Transformation.Drawn> draw) {
        return new Named(description, draw);
    }

    /** A mask that masks the first input element by element belongs to them and moves along. */
    private static Transformation.Drawn moving(
            String description, UnaryOperator<ArrayTensor> move) {
        return new Transformation.Drawn(
                description,
                batch -> changed(batch, move, batch.inputs().first().shape()::equals),
                move);
    }

    private static Batch changed(Batch batch, UnaryOperator<ArrayTensor> change) {
        return changed(batch, change, mask -> false);
    }

    private static Batch changed(
            Batch batch, UnaryOperator<ArrayTensor> change, Predicate<Shape> maskToo) {
        String name = batch.inputs().names().get(0);
        NamedTensors masks = batch.masks()
                .map((masked, mask) -> masked.equals(name) && maskToo.test(mask.shape())
                        ? change.apply(mask.toArray())
                        : mask);
        NamedTensors inputs = batch.inputs().with(name, change.apply(batch.input(name)));
        return new Batch(inputs, batch.targets(), masks);
    }

    private record Named(String describe, Function<RandomGenerator, Drawn> drawing)
            implements Transformation {

        @Override
        public Drawn draw(RandomGenerator random) {
            return drawing.apply(random);
        }
    }
}
