package dev.mltest.benchmark;

import dev.mltest.check.Budget;
import dev.mltest.check.Check;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Predictor;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformation;

import java.util.Random;

/** How a tool decides whether a relation holds. */
enum EquivarianceRule {

    /** The check {@code relation-holds}, as a user calls it. */
    MLTEST {
        @Override
        Answer judge(EquivariancePair pair, long seed) {
            return judge(pair, DefaultChecks.relationHolds(pair.relation()), seed);
        }
    },

    /** One random element; the largest absolute error of a component is at most 1e-3 in float32. */
    E3NN {
        @Override
        Answer judge(EquivariancePair pair, long seed) {
            return trials(pair, seed, 1, 1e-3, 0);
        }
    },

    /** Twenty random elements; each component within 1e-7 + 1e-5 x |expected|. */
    ESCNN {
        @Override
        Answer judge(EquivariancePair pair, long seed) {
            return trials(pair, seed, 20, 1e-7, 1e-5);
        }
    };

    private static final int EXAMPLES = 3;

    /** What a tool says. */
    enum Answer {
        /** It holds. */
        HOLDS,
        /** It is broken. */
        BROKEN,
        /** Not applicable, with a reason. */
        UNDECIDED
    }

    /** What the tool says of a model and its relation. */
    abstract Answer judge(EquivariancePair pair, long seed);

    /** What a check of mltest says. */
    static Answer judge(EquivariancePair pair, Check check, long seed) {
        try (Laboratory laboratory = new Laboratory(pair.underTest(seed))) {
            Outcome outcome = new CheckRunner(laboratory, Budget.unlimited())
                    .run(check, seed)
                    .outcome();
            if (outcome instanceof Outcome.NotApplicable) {
                return Answer.UNDECIDED;
            }
            return outcome instanceof Outcome.Held ? Answer.HOLDS : Answer.BROKEN;
        }
    }

    private static Answer trials(
            EquivariancePair pair, long seed, int trials, double absolute, double relative) {
        Random random = new Random(seed + 7_919);
        try (Predictor model = pair.model(seed)) {
            Batch batch = pair.batch(EXAMPLES, random);
            for (int trial = 0; trial < trials; trial++) {
                Transformation.Drawn drawn = pair.relation().transformation().draw(random);
                if (!isClose(pair, model, batch, drawn, absolute, relative)) {
                    return Answer.BROKEN;
                }
            }
        }
        return Answer.HOLDS;
    }

    private static boolean isClose(
            EquivariancePair pair,
            Predictor model,
            Batch batch,
            Transformation.Drawn drawn,
            double absolute,
            double relative) {
        ArrayTensor plain = model.predict(batch).first().toArray();
        ArrayTensor actual =
                model.predict(drawn.onInputs().apply(batch)).first().toArray();
        Transformation change = pair.relation().transformation();
        Relation invariance = Relation.invariantUnder(change);
        boolean stays = pair.relation().expectation().equals(invariance.expectation());
        ArrayTensor expected = stays ? plain : drawn.onOutput().apply(plain);
        for (int i = 0; i < expected.length(); i++) {
            double allowed = absolute + relative * Math.abs(expected.get(i));
            if (!(Math.abs(actual.get(i) - expected.get(i)) <= allowed)) {
                return false;
            }
        }
        return true;
    }
}
