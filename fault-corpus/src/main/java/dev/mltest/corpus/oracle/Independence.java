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

    /** Predictions of the first rows move when the last one is replaced by another example. */
    public static Oracle examplesMix() {
        return Measured.by(
                        "largest movement of a prediction when another row is exchanged",
                        Independence::movement)
                .isAbove(1e-5);
    }

    private static double movement(Program program) {
        try (Run run = program.start(1)) {
            int[] rows = IntStream.range(0, ROWS).toArray();
            Batch first = program.data().training().examples(rows);
            rows[ROWS - 1] = ROWS;
            Batch other = program.data().training().examples(rows);
            return distance(firstRows(run.predict(first)), firstRows(run.predict(other)));
        }
    }

    private static double[] firstRows(NamedTensors outputs) {
        ArrayTensor output = outputs.first().toArray();
        int each = output.length() / ROWS;
        return IntStream.range(0, (ROWS - 1) * each).mapToDouble(output::get).toArray();
    }

    private static double distance(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs(one[i] - other[i]))
                .max()
                .orElse(0);
    }
}
