package dev.mltest.corpus.record;

import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;

import java.util.List;
import java.util.stream.Stream;

/** Asks a model that was just started for its loss. */
final class StartReader {

    private static final int EXAMPLES = 128;
    private static final int BATCH = 16;
    private static final double SHIFT = 3;
    private static final double CLOSE = 1e-3;

    private final Run run;
    private final Gaps gaps;

    StartReader(Run run, Gaps gaps) {
        this.run = run;
        this.gaps = gaps;
    }

    StartEvidence read(Dataset training, Setting setting, Differentiable model) {
        Batch batch = Rows.spread(training, BATCH);
        return new StartEvidence(
                gaps.bridged(
                        "first loss", () -> run.loss(Rows.spread(training, EXAMPLES)), Double.NaN),
                gaps.bridged("repeated batch", () -> repeated(batch), List.of()),
                setting.hasAccuracy()
                        ? gaps.bridged(
                                "shifted outputs",
                                () -> takesLogits(model, run.viewed(batch)),
                                List.of())
                        : List.of());
    }

    private List<Double> repeated(Batch batch) {
        return Stream.of(1, 2, 4, 8)
                .map(times -> run.loss(Rows.repeated(batch, times)))
                .toList();
    }

    private static List<Boolean> takesLogits(Differentiable model, Batch batch) {
        Evaluation seen = model.evaluate(batch, Mode.INFERENCE);
        ArrayTensor output = seen.outputs().first().toArray();
        NamedTensors shifted = seen.outputs()
                .with(seen.outputs().names().get(0), output.map(value -> value + SHIFT));
        double moved = Math.abs(model.lossOf(shifted, batch) - seen.loss());
        return List.of(moved <= CLOSE * Math.max(1, Math.abs(seen.loss())));
    }
}
