package dev.mltest.junit.jqwik;

import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ArbitraryDecorator;

import java.util.Collections;
import java.util.List;

/**
 * Batches, of 1 to 8 examples unless stated. One in five repeats a single example. Refining gives
 * another arbitrary and leaves this one as it is.
 */
public final class BatchArbitrary extends ArbitraryDecorator<Batch> {

    private static final int DIFFERENT = 4;
    private static final int REPEATED = 1;
    private static final int USUAL_MOST = 8;

    private final ElementType type;
    private final Shape shape;
    private Arbitrary<Double> values;
    private String name = "input";
    private int least = 1;
    private int most = USUAL_MOST;
    private int classes;
    private boolean isOneHot;
    private boolean isMasked;

    BatchArbitrary(ElementType type, Shape shape, Arbitrary<Double> values) {
        this.type = type;
        this.shape = shape;
        this.values = values;
    }

    /** With the input under this name instead of {@code input}. */
    public BatchArbitrary named(String given) {
        BatchArbitrary refined = copy();
        refined.name = given;
        return refined;
    }

    /** With so many examples; none at all is legal where the model takes empty batches. */
    public BatchArbitrary examples(int fewest, int largest) {
        BatchArbitrary refined = copy();
        refined.least = fewest;
        refined.most = largest;
        return refined;
    }

    /** With elements from here instead of all finite numbers. */
    public BatchArbitrary values(Arbitrary<Double> given) {
        BatchArbitrary refined = copy();
        refined.values = given;
        return refined;
    }

    /** With the index of a class as target [N]. */
    public BatchArbitrary labelled(int count) {
        BatchArbitrary refined = copy();
        refined.classes = count;
        refined.isOneHot = false;
        return refined;
    }

    /** With a one-hot target [N x K]. */
    public BatchArbitrary oneHot(int count) {
        BatchArbitrary refined = labelled(count);
        refined.isOneHot = true;
        return refined;
    }

    /**
     * With a mask [N x T] over axis 1: at least one position counts, and behind those that do is 0.
     *
     * @throws ConfigurationException if an example has no position
     */
    public BatchArbitrary masked() {
        if (shape.rank() == 0 || shape.size(0) == 0) {
            throw new ConfigurationException(
                    "masked() needs examples of one position or more, but theirs is " + shape
                            + "; write batches(FLOAT32, 5, 3), for example");
        }
        BatchArbitrary refined = copy();
        refined.isMasked = true;
        return refined;
    }

    @Override
    protected Arbitrary<Batch> arbitrary() {
        Arbitrary<Example> example = example();
        Arbitrary<List<Example>> different = example.list().ofMinSize(least).ofMaxSize(most);
        Arbitrary<List<Example>> repeated = Combinators.combine(
                        example, Arbitraries.integers().between(least, most))
                .as((one, count) -> Collections.nCopies(count, one));
        return Arbitraries.frequencyOf(Tuple.of(DIFFERENT, different), Tuple.of(REPEATED, repeated))
                .map(this::batch);
    }

    private Arbitrary<Example> example() {
        int positions = shape.rank() == 0 ? 1 : (int) Math.max(1, shape.size(0));
        return Combinators.combine(
                        values.list().ofSize((int) shape.elements()),
                        Arbitraries.integers().between(0, Math.max(0, classes - 1)),
                        Arbitraries.integers().between(isMasked ? 1 : positions, positions))
                .as(Example::new);
    }

    private Batch batch(List<Example> examples) {
        return new Batch(
                NamedTensors.of(name, Example.input(examples, type, shape)),
                classes == 0 ? NamedTensors.none() : targets(examples),
                isMasked
                        ? NamedTensors.of(name, Example.mask(examples, shape))
                        : NamedTensors.none());
    }

    private NamedTensors targets(List<Example> examples) {
        return NamedTensors.of(
                "target",
                isOneHot
                        ? Encoding.oneHot(Example.classes(examples), classes)
                        : Example.classes(examples));
    }

    private BatchArbitrary copy() {
        BatchArbitrary copy = new BatchArbitrary(type, shape, values);
        copy.name = name;
        copy.least = least;
        copy.most = most;
        copy.classes = classes;
        copy.isOneHot = isOneHot;
        copy.isMasked = isMasked;
        return copy;
    }
}
