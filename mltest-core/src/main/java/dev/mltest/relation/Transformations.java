package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Numbers;
import dev.mltest.relation.Transformation.Drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Ready-made transformations. Axes are those of the batch tensor [N x ...]: axis 0 runs over the
 * examples, negative axes count from the end. All act on the first input, or on those named by
 * {@link Transformation#on}; outputs, where equivariance is declared, are changed in the same way.
 */
public final class Transformations {

    private Transformations() {}

    /** The axis reversed: {@code flip(-1)} is a left-right flip of images [N x C x H x W]. */
    public static Transformation flip(int axis) {
        return Changes.fixed(Changes.along(axis, "a flip of axis " + axis, (tensor, at) -> {
            int last = TensorMoves.size(tensor, at) - 1;
            return TensorMoves.along(tensor, at, i -> last - i);
        }));
    }

    /** Square images turned by a quarter. */
    public static Transformation quarterTurn() {
        return Changes.fixed(Changes.ofPlaces("a quarter turn", TensorMoves::quarterTurn));
    }

    /** Square images turned by one, two or three quarters. */
    public static Transformation quarterTurns() {
        Drawn one = Changes.ofPlaces("1 quarter turn", TensorMoves::quarterTurn);
        return new Changes.Named("quarter turns", random -> {
            int count = 1 + random.nextInt(3);
            Drawn turned =
                    Changes.ofPlaces(count + " quarter turns", tensor -> repeated(tensor, count));
            return count == 1 ? one : Changes.simplifiedBy(turned, List.of(one));
        });
    }

    private static ArrayTensor repeated(ArrayTensor tensor, int count) {
        ArrayTensor turned = tensor;
        for (int i = 0; i < count; i++) {
            turned = TensorMoves.quarterTurn(turned);
        }
        return turned;
    }

    /** A cyclic shift along an axis, by at most {@code most} places in either direction. */
    public static Transformation shift(int axis, int most) {
        requirePositive("shift(%d, %%s)".formatted(axis), most, "2");
        return new Changes.Named(
                "a cyclic shift of axis %d by up to %d".formatted(axis, most), random -> {
                    int by = (random.nextInt(most) + 1) * (random.nextBoolean() ? 1 : -1);
                    return Changes.simplifiedBy(shifted(axis, by), shorter(axis, by));
                });
    }

    private static Drawn shifted(int axis, int by) {
        return Changes.along(
                axis, "cyclic shift of axis %d by %d".formatted(axis, by), (tensor, at) -> {
                    int size = TensorMoves.size(tensor, at);
                    return TensorMoves.along(tensor, at, i -> Math.floorMod(i - by, size));
                });
    }

    /** By 1, 2, 4 and so on. */
    private static List<Drawn> shorter(int axis, int by) {
        List<Drawn> shorter = new ArrayList<>();
        for (int places = 1; places < Math.abs(by); places *= 2) {
            shorter.add(shifted(axis, by < 0 ? -places : places));
        }
        return shorter;
    }

    /** The whole axis later by 1 to {@code most} places: it grows by as many zeros in front. */
    public static Transformation delay(int axis, int most) {
        requirePositive("delay(%d, %%s)".formatted(axis), most, "2");
        return new Changes.Named(
                "a delay along axis %d by up to %d".formatted(axis, most), random -> {
                    int by = random.nextInt(most) + 1;
                    return by == 1
                            ? delayed(axis, 1)
                            : Changes.simplifiedBy(delayed(axis, by), List.of(delayed(axis, 1)));
                });
    }

    private static Drawn delayed(int axis, int by) {
        return Changes.along(
                axis,
                "delay along axis %d by %d".formatted(axis, by),
                (tensor, at) -> TensorMoves.delayed(tensor, at, by));
    }

    /** The elements along an axis in another order: a set, or the channels of an image. */
    public static Transformation permutation(int axis) {
        String what = "axis " + axis;
        return new Changes.Named(
                "a permutation of " + what,
                random -> Permutation.draw(random)
                        .as(order -> Changes.along(
                                axis, order.description().formatted(what), order::along)));
    }

    /**
     * The nodes of a graph in another order: axis 1 of the features [N x nodes x ...] and both axes
     * of the adjacency [N x nodes x nodes], by the names of the inputs. Outputs [N x nodes x ...]
     * follow along axis 1.
     */
    public static Transformation nodePermutation(String features, String adjacency) {
        return new Changes.Named(
                "a permutation of the nodes",
                random ->
                        Permutation.draw(random).as(order -> Nodes.of(features, adjacency, order)));
    }

    /** {@code count} positions of padding (value 0, mask 0) behind the last one of axis 1. */
    public static Transformation padding(int count) {
        requirePositive("padding(%s)", count, "2");
        return Changes.fixed(Changes.of(
                "%d positions of padding".formatted(count),
                tensor -> TensorMoves.padded(tensor, 1, count),
                (input, mask) -> true));
    }

    /** Points turned round the origin; their coordinates run along the last axis. */
    public static Transformation rotation() {
        return new Changes.Named("a rotation", random -> {
            int seed = random.nextInt(10_000);
            return Composition.with(
                    Rotation.drawn("rotation (seed %d)".formatted(seed), seed, false)
                            .drawn(),
                    Rotation.quarterTurns());
        });
    }

    /** Points turned and mirrored; their coordinates run along the last axis. */
    public static Transformation reflection() {
        return new Changes.Named("a rotation with reflection", random -> {
            int seed = random.nextInt(10_000);
            return Composition.with(
                    Rotation.drawn("rotation with reflection (seed %d)".formatted(seed), seed, true)
                            .drawn(),
                    List.of(Rotation.mirrored()));
        });
    }

    /** All points moved by one vector, each of whose coordinates is at most {@code most}. */
    public static Transformation translation(double most) {
        requirePositive("translation(%s)", most, "1");
        return Arithmetic.translation(most);
    }

    /** All values times one factor, between 1 / {@code most} and {@code most}. */
    public static Transformation scaling(double most) {
        if (!(most > 1)) {
            throw new ConfigurationException("scaling(%s) needs a factor above 1; write scaling(4)"
                    .formatted(Numbers.text(most)));
        }
        return Arithmetic.scaling(most);
    }

    /**
     * One place along an axis, such as a feature of a table, raised by up to {@code most}. Outputs
     * stay.
     */
    public static Transformation raising(int axis, int place, double most) {
        requirePositive("raising(%d, %d, %%s)".formatted(axis, place), most, "1");
        return Arithmetic.raising(axis, place, most);
    }

    /** A step in a random direction, of a Euclidean length up to {@code longest}. */
    public static Transformation step(double longest) {
        requirePositive("step(%s)", longest, "0.1");
        return Arithmetic.step(longest);
    }

    /** Token ids of this set replaced by others of it, each by itself. */
    public static Transformation substitution(long... tokens) {
        Substitution substitution = Substitution.among(tokens);
        if (substitution.tokens().size() < 2) {
            throw new ConfigurationException(
                    "substitution(%s) needs two token ids that can stand for each other; write substitution(17, 23)"
                            .formatted(substitution.tokens()));
        }
        return substitution;
    }

    /** Every change that these make one after the other, in any order and number. */
    public static Transformation group(Transformation... generators) {
        return new Group(List.of(generators));
    }

    /** Any other change of the first input. */
    public static Transformation of(String description, UnaryOperator<ArrayTensor> change) {
        return Changes.fixed(Changes.ofValues(description, change));
    }

    private static void requirePositive(String call, double most, String example) {
        boolean whole = most == Math.rint(most);
        if (!(most > 0) || Double.isInfinite(most)) {
            throw new ConfigurationException("%s needs to move by %s; write %s"
                    .formatted(
                            call.formatted(Numbers.text(most)),
                            whole ? "1 or more" : "more than 0",
                            call.formatted(example)));
        }
    }
}
