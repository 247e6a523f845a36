package dev.mltest.corpus.oracle;

import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;

import java.util.stream.IntStream;

/** Whether what a program says of one example depends on the others in the batch. */
public final class Independence {

    private static final int ROWS = 8;

    private Independence() {}

    /** Predictions of other rows move when the first or the last is replaced by another example. */
    public static Oracle examplesMix() {
        return Measured.by(
                        "largest movement of a prediction when another row is exchanged",
                        Independence::movement)
                .isAbove(1e-5);
    }

    private static double movement(Program program) {
        try (Run run = program.start(1)) {
            return Math.max(movement(program, run, 0), movement(program, run, ROWS - 1));
        }
    }

    private static double movement(Program program, Run run, int exchanged) {
        int[] rows = IntStream.range(0, ROWS).toArray();
        Batch first = program.data().training().examples(rows);
        rows[exchanged] = ROWS;
        Batch other = program.data().training().examples(rows);
        return Distance.between(
                otherRows(run.predict(first), exchanged), otherRows(run.predict(other), exchanged));
    }

    private static double[] otherRows(NamedTensors outputs, int exchanged) {
        ArrayTensor output = outputs.first().toArray();
        int each = output.length() / ROWS;
        return IntStream.range(0, output.length())
                .filter(i -> i / each != exchanged)
                .mapToDouble(output::get)
                .toArray();
    }
}
