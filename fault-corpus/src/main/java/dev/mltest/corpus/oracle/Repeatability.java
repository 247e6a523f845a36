package dev.mltest.corpus.oracle;

import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import java.util.stream.IntStream;

/** Whether models that ought to be the same are, and others are not. */
public final class Repeatability {

    private static final int ROWS = 8;
    private static final double ROUND_OFF = 1e-6;

    private Repeatability() {}

    /** Two models started from one seed differ. */
    public static Oracle isLostBetweenStarts() {
        return Measured.by(
                        "largest difference between models of one seed",
                        program -> difference(program, 1, 1))
                .isAbove(ROUND_OFF);
    }

    /** Two models started from two seeds are the same. */
    public static Oracle ignoresTheSeed() {
        return Measured.by(
                        "largest difference between models of two seeds",
                        program -> difference(program, 1, 2))
                .isBelow(ROUND_OFF);
    }

    /** A model that was saved and loaded differs from itself. */
    public static Oracle isLostOnLoading() {
        return Measured.by(
                        "largest difference between a model and itself saved and loaded",
                        program -> {
                            try (Run one = program.start(1);
                                    Run other = one.load(one.save())) {
                                return difference(program, one, other);
                            }
                        })
                .isAbove(ROUND_OFF);
    }

    private static double difference(Program program, long seed, long another) {
        try (Run one = program.start(seed);
                Run other = program.start(another)) {
            return difference(program, one, other);
        }
    }

    private static double difference(Program program, Run one, Run other) {
        int[] rows = IntStream.range(0, ROWS).toArray();
        Batch examples = program.data().training().examples(rows);
        ArrayTensor first = one.predict(examples).first().toArray();
        ArrayTensor second = other.predict(examples).first().toArray();
        return IntStream.range(0, first.length())
                .mapToDouble(i -> Math.abs(first.get(i) - second.get(i)))
                .max()
                .orElse(0);
    }
}
