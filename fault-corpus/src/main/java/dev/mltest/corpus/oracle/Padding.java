package dev.mltest.corpus.oracle;

import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import java.util.stream.IntStream;

/** Whether padding behind the sequences of a batch makes a difference. Axis 1 runs over steps. */
public final class Padding {

    private static final int ROWS = 8;
    private static final int MORE = 2;
    private static final double ROUND_OFF = 1e-5;

    private Padding() {}

    /** Predictions move when the batch is padded further. */
    public static Oracle movesPredictions() {
        return Measured.by(
                        "largest movement of a prediction under two more steps of padding",
                        program -> onRows(
                                program,
                                (run, rows) -> Distance.between(
                                        run.predict(rows), run.predict(padded(rows)))))
                .isAbove(ROUND_OFF);
    }

    /** The loss moves when the batch is padded further. */
    public static Oracle movesTheLoss() {
        return Measured.by(
                        "relative movement of the loss under two more steps of padding",
                        program -> onRows(
                                program,
                                (run, rows) ->
                                        Math.abs(run.loss(padded(rows)) / run.loss(rows) - 1)))
                .isAbove(ROUND_OFF);
    }

    /** Predictions move when padded values are overwritten, or when the batch is padded further. */
    public static Oracle reachesPredictions() {
        return Measured.by(
                        "largest movement of a prediction under other or more padding",
                        program -> onRows(program, (run, rows) -> {
                            NamedTensors usual = run.predict(rows);
                            return Math.max(
                                    Distance.between(usual, run.predict(overwritten(rows))),
                                    Distance.between(usual, run.predict(padded(rows))));
                        }))
                .isAbove(ROUND_OFF);
    }

    private static Batch overwritten(Batch batch) {
        ArrayTensor input = batch.inputs().first().toArray();
        ArrayTensor mask = batch.masks().first().toArray();
        int each = input.length() / mask.length();
        double[] values = input.toDoubles();
        for (int i = 0; i < values.length; i++) {
            values[i] = mask.get(i / each) == 0 ? 1 : values[i];
        }
        ArrayTensor other = ArrayTensor.of(input.elementType(), input.shape(), values);
        String name = batch.inputs().names().get(0);
        return batch.withInputs(batch.inputs().with(name, other));
    }

    private interface Measure {
        double of(Run run, Batch rows);
    }

    private static double onRows(Program program, Measure measure) {
        try (Run run = program.start(1)) {
            int[] rows = IntStream.range(0, ROWS).toArray();
            return measure.of(run, program.data().training().examples(rows));
        }
    }

    private static Batch padded(Batch batch) {
        return new Batch(
                padded(batch.inputs()),
                batch.target().shape().rank() > 1 ? padded(batch.targets()) : batch.targets(),
                padded(batch.masks()));
    }

    private static NamedTensors padded(NamedTensors tensors) {
        return tensors.map((name, tensor) -> padded(tensor.toArray()));
    }

    private static ArrayTensor padded(ArrayTensor tensor) {
        long[] sizes = tensor.shape().sizes();
        int before = tensor.rowLength();
        sizes[1] += MORE;
        int after = Math.toIntExact(before / (sizes[1] - MORE) * sizes[1]);
        double[] values = new double[Math.toIntExact(sizes[0]) * after];
        for (int i = 0; i < tensor.length(); i++) {
            values[i / before * after + i % before] = tensor.get(i);
        }
        return ArrayTensor.of(tensor.elementType(), Shape.of(sizes), values);
    }
}
