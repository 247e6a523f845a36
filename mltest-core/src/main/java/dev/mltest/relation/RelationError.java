package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Predictor;
import dev.mltest.relation.Transformation.Drawn;

import java.util.random.RandomGenerator;

/**
 * Measures how far a model is from a relation, and how far round-off alone may take it. Round-off
 * is measured on both sides of the relation: on x, by moving each input by one unit in the last
 * place; on t(x), by moving x in the same way before t is applied, so that what t itself loses (a
 * rotation costs a unit of the largest coordinate) is part of it.
 */
final class RelationError {

    /** Null perturbations of x: up and down at random, twice, and the examples in reverse. */
    static final int BASE_FORWARDS = 4;

    /** Further perturbations of {@link #steadied}, for a close look. */
    static final int STEADYING = 8;

    private static final int RANDOM_MOVES = 2;
    private static final int MOST_UNITS = 4;

    private final Relation relation;
    private final Predictor model;
    private final NullPerturbation nothing;
    /** Of all outputs seen: those of a simplified example may be small by cancellation alone. */
    private double typicalSize;

    RelationError(Relation relation, Predictor model, RandomGenerator random) {
        this.relation = relation;
        this.model = model;
        this.nothing = new NullPerturbation(random);
    }

    /** How often one call of {@link #of} asks the model at most. */
    static int forwardsOfOne(Relation relation) {
        return 2 + relation.expectation().furtherForwards();
    }

    /** The unchanged side, and the round-off seen on either side so far. */
    final class Base {

        private final ArrayTensor output;
        private final RoundOff roundOff;

        private Base(ArrayTensor output) {
            this.output = output;
            this.roundOff = new RoundOff(relation.agreement(), output);
        }

        ArrayTensor output() {
            return output;
        }

        /** What round-off may explain of an example's error, on the sides measured so far. */
        double tolerance(int row) {
            return roundOff.tolerance(row, typicalSize);
        }
    }

    Base base(Batch batch) {
        Base base = new Base(ask(batch));
        typicalSize = Math.max(typicalSize, base.roundOff.typicalSize());
        for (int i = 0; i < RANDOM_MOVES; i++) {
            base.roundOff.see(base.output, ask(nothing.of(batch)));
        }
        if (batch.size() > 1) {
            base.roundOff.seeInReverse(base.output, nothing.reversed(ask(nothing.reversed(batch))));
        }
        return base;
    }

    /** The same base after further null perturbations of x, of different sizes. */
    Base steadied(Batch batch, Base base, int perturbations) {
        for (int i = 0; i < perturbations; i++) {
            base.roundOff.see(base.output, ask(nothing.of(batch, MOST_UNITS)));
        }
        return base;
    }

    /** Error of each example; the base's tolerance then covers this change, too. */
    double[] of(Batch batch, Base base, Drawn drawn) {
        Expectation expectation = relation.expectation();
        Batch changed = expectation.next(batch, base.output(), drawn);
        ArrayTensor actual = ask(changed);
        Batch moved = expectation.next(nothing.of(batch), nothing.of(base.output(), 1), drawn);
        base.roundOff.see(actual, ask(moved));
        return expectation.errors(
                new Sides(batch, base.output(), drawn, changed, actual, this::ask),
                relation.agreement());
    }

    /** Which examples the change does anything to; it cannot test anything on the others. */
    boolean[] changed(Batch batch, Base base, Drawn drawn) {
        return InputChange.isThere(batch, relation.expectation().next(batch, base.output(), drawn));
    }

    private ArrayTensor ask(Batch batch) {
        return relation.view().of().apply(model.predict(batch));
    }
}
