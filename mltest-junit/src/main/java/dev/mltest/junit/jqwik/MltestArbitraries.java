package dev.mltest.junit.jqwik;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;
import dev.mltest.relation.Transformation;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What models are fed with, for jqwik's {@code @Provide} methods. Everything shrinks: to fewer and
 * equal examples, to smaller sizes, to 0, to the simpler change.
 */
public final class MltestArbitraries {

    private static final int SEEDS = 10_000;

    private MltestArbitraries() {}

    /** Shapes of this many axes, each of size {@code least} to {@code most}. */
    public static Arbitrary<Shape> shapes(int axes, int least, int most) {
        return Arbitraries.integers()
                .between(least, most)
                .list()
                .ofSize(axes)
                .map(sizes ->
                        Shape.of(sizes.stream().mapToLong(Integer::longValue).toArray()));
    }

    /**
     * All finite numbers of a type: mostly small ones, its extremes, denormals and negative zero
     * among the edge cases. Whole numbers from -10 to 10 if it is no floating-point type.
     */
    public static Arbitrary<Double> values(ElementType type) {
        return Values.finite(type);
    }

    /** Numbers of a type between two limits, with four decimals. */
    public static Arbitrary<Double> values(ElementType type, double low, double high) {
        return Values.between(type, low, high);
    }

    /** Tensors of one shape. */
    public static Arbitrary<ArrayTensor> tensors(
            ElementType type, Shape shape, Arbitrary<Double> values) {
        return values.list()
                .ofSize(Math.toIntExact(shape.elements()))
                .map(list -> tensor(type, shape, list));
    }

    /** Tensors of several shapes. */
    public static Arbitrary<ArrayTensor> tensors(
            ElementType type, Arbitrary<Shape> shapes, Arbitrary<Double> values) {
        return shapes.flatMap(shape -> tensors(type, shape, values));
    }

    /** Indices of classes [N], for N examples. */
    public static Arbitrary<ArrayTensor> classIndices(int examples, int classes) {
        return tensors(ElementType.INT64, Shape.of(examples), Values.whole(0, classes - 1));
    }

    /** One-hot labels [N x K], for N examples of K classes. */
    public static Arbitrary<ArrayTensor> oneHot(int examples, int classes) {
        return classIndices(examples, classes).map(indices -> Encoding.oneHot(indices, classes));
    }

    /** Masks [N x T] of sequences padded behind: 1 at one position at least, and 0 behind it. */
    public static Arbitrary<ArrayTensor> masks(int examples, int length) {
        return Arbitraries.integers()
                .between(1, length)
                .list()
                .ofSize(examples)
                .map(lengths -> Encoding.mask(lengths, length));
    }

    /** Batches of examples of this shape, without the axis of the examples; may be refined. */
    public static BatchArbitrary batches(ElementType type, long... exampleSizes) {
        return new BatchArbitrary(type, Shape.of(exampleSizes), Values.finite(type));
    }

    /** Batches of sequences of token ids, below {@code vocabulary}; may be refined. */
    public static BatchArbitrary tokens(int vocabulary, int length) {
        return new BatchArbitrary(
                ElementType.INT64, Shape.of(length), Values.whole(0, vocabulary - 1));
    }

    /** Single changes of a family, each as a transformation; its simpler ones are simpler. */
    public static Arbitrary<Transformation> transformations(Transformation family) {
        return Arbitraries.longs().between(0, SEEDS).flatMap(seed -> {
            Transformation.Drawn drawn = family.draw(new SplittableRandom(seed));
            List<Transformation> all = new ArrayList<>();
            drawn.simpler().forEach(simpler -> all.add(new OneChange(simpler)));
            all.add(new OneChange(drawn));
            return Arbitraries.of(Collections.unmodifiableList(all));
        });
    }

    static ArrayTensor tensor(ElementType type, Shape shape, List<Double> values) {
        return ArrayTensor.of(
                type, shape, values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
