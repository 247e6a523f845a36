package dev.mltest.corpus.oracle;

import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
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

    private static double difference(Program program, long seed, long another) {
        Batch examples =
                program.data().training().examples(IntStream.range(0, ROWS).toArray());
        try (Run one = program.start(seed);
                Run other = program.start(another)) {
            return Distance.between(one.predict(examples), other.predict(examples));
        }
    }
}
