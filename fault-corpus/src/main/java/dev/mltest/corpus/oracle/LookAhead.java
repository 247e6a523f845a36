package dev.mltest.corpus.oracle;

import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import java.util.stream.IntStream;

/** Whether predictions at a step depend on a later one. Axis 1 runs over steps. */
public final class LookAhead {

    private static final int ROWS = 8;

    private LookAhead() {}

    /** Predictions at earlier steps move when the last step alone is changed. */
    public static Oracle movesPredictions() {
        return Measured.by(
                        "largest movement of a prediction when only a later step changes",
                        LookAhead::movement)
                .isAbove(1e-5);
    }

    private static double movement(Program program) {
        try (Run run = program.start(1)) {
            Batch rows =
                    program.data().training().examples(IntStream.range(0, ROWS).toArray());
            return Distance.between(
                    earlier(run.predict(rows).first().toArray()),
                    earlier(run.predict(changed(rows)).first().toArray()));
        }
    }

    /** A 1 at the last step, or a 0 where there was one. */
    private static Batch changed(Batch batch) {
        ArrayTensor input = batch.inputs().first().toArray();
        int each = input.rowLength() / (int) input.shape().size(1);
        double[] values = input.toDoubles();
        for (int i = 0; i < values.length; i++) {
            boolean last = i % input.rowLength() >= input.rowLength() - each;
            values[i] = !last ? values[i] : values[i] == 1 ? 0 : 1;
        }
        ArrayTensor other = ArrayTensor.of(input.elementType(), input.shape(), values);
        return batch.withInputs(batch.inputs().with(batch.inputs().names().get(0), other));
    }

    private static double[] earlier(ArrayTensor output) {
        int each = output.rowLength() / (int) output.shape().size(1);
        return IntStream.range(0, output.length())
                .filter(i -> i % output.rowLength() < output.rowLength() - each)
                .mapToDouble(output::get)
                .toArray();
    }
}
