package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Declaration;
import dev.mltest.model.NamedTensors;

import java.util.function.Function;

/**
 * What must hold between f(x) and what the model says after a change drawn from a transformation. A
 * relation is put together from four parts that know nothing of each other: how the inputs change,
 * what is expected then, how outputs are compared, and which part of the outputs it is about.
 *
 * @param transformation where changes are drawn from
 * @param expectation what must hold
 * @param agreement how two outputs are compared
 * @param view the part of the outputs that it is about
 */
public record Relation(
        Transformation transformation, Expectation expectation, Agreement agreement, View view)
        implements Declaration {

    /**
     * A part of the outputs, or something computed from them.
     *
     * @param describe appended to a relation's description; empty for the first output
     * @param of takes the part, its axis 0 running over the examples
     */
    public record View(String describe, Function<NamedTensors, ArrayTensor> of) {

        /** The first output as it is. */
        static View first() {
            return new View("", outputs -> outputs.first().toArray());
        }
    }

    /** A relation of the first output, compared element by element. */
    public Relation(Transformation transformation, Expectation expectation) {
        this(transformation, expectation, Agreement.ofEveryElement(), View.first());
    }

    /** The outputs do not notice the change: f(t(x)) = f(x). */
    public static Relation invariantUnder(Transformation transformation) {
        return new Relation(transformation, new Expectations.Invariant());
    }

    /** The outputs follow the change: f(t(x)) = t(f(x)). */
    public static Relation equivariantUnder(Transformation transformation) {
        return new Relation(transformation, new Expectations.Equivariant());
    }

    /**
     * The outputs follow the change in a way of their own: a permutation of input axis 1 that shows
     * as the same permutation of output axis 2. Both are drawn from the same random numbers.
     */
    public static Relation equivariantUnder(Transformation inputs, Transformation outputs) {
        return equivariantUnder(inputs.movingOutputsAs(outputs));
    }

    /** No output falls: f(t(x)) is at least f(x). */
    public static Relation risingUnder(Transformation transformation) {
        return new Relation(transformation, new Expectations.Monotone(true));
    }

    /** No output rises: f(t(x)) is at most f(x). */
    public static Relation fallingUnder(Transformation transformation) {
        return new Relation(transformation, new Expectations.Monotone(false));
    }

    /** |f(t(x)) - f(x)| is at most {@code factor} times |t(x) - x|; both lengths are Euclidean. */
    public static Relation changingAtMost(double factor, Transformation transformation) {
        if (!(factor >= 0)) {
            throw new ConfigurationException(
                    "changingAtMost(%s, ...) needs a factor of 0 or more; write changingAtMost(1, ...) for a contraction"
                            .formatted(factor));
        }
        return new Relation(
                transformation,
                new Expectations.Bounded(factor),
                Agreement.euclidean(),
                View.first());
    }

    /** f(x + y) = f(x) + f(y), y being x with its elements in another order. */
    public static Relation additive() {
        return new Relation(Arithmetic.sumWithItself(), new Equations.Additive());
    }

    /** f(c x) = c f(x) for positive c. */
    public static Relation homogeneous() {
        return equivariantUnder(Transformations.scaling(4));
    }

    /** f(f(x)) = f(x); f takes its own output as its first input. */
    public static Relation idempotent() {
        return new Relation(
                Transformations.of("a second application", tensor -> tensor),
                new Equations.Idempotent());
    }

    /** The same, where every slice of the output along the axis may change its sign as a whole. */
    public Relation upToSign(int axis) {
        return new Relation(transformation, expectation, Agreement.upToSign(axis), view);
    }

    /** The same, where the output is a set: its slices along the axis may come in any order. */
    public Relation upToOrder(int axis) {
        return new Relation(transformation, expectation, Agreement.upToOrder(axis), view);
    }

    /** The same of the output of this name instead of the first. */
    public Relation ofOutput(String name) {
        return ofOutputs("'" + name + "'", outputs -> outputs.get(name).toArray());
    }

    /**
     * The same of something computed from the outputs: one logit, the pairwise distances.
     *
     * @param what for example {@code logit 2}
     * @param part takes it, axis 0 running over the examples
     */
    public Relation ofOutputs(String what, Function<NamedTensors, ArrayTensor> part) {
        return new Relation(transformation, expectation, agreement, new View(" in " + what, part));
    }

    /** For example {@code invariant under a flip of axis 3}. */
    public String describe() {
        return expectation.describe(transformation.describe())
                + agreement.describe()
                + view.describe();
    }
}
