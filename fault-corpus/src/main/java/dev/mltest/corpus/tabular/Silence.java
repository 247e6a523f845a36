package dev.mltest.corpus.tabular;

import dev.mltest.corpus.oracle.Training;
import dev.mltest.corpus.program.Confirmation;
import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.Batch;

import java.util.Locale;
import java.util.stream.IntStream;

/** How many units of the first layer answer to no example. */
final class Silence {

    private static final int BATCHES = 20;

    private Silence() {}

    /** A correct program learns; many units are silent on a batch, and none over the data set. */
    static Oracle onOneBatchOnly() {
        return (edited, twin) -> {
            Confirmation learns = Training.learns().confirm(edited, twin);
            Batch all = TableOracles.all(edited.data().training());
            double onBatch = IntStream.range(0, BATCHES)
                    .mapToDouble(i -> silent(
                            edited,
                            all.rows(IntStream.range(16 * i, 16 * i + 16).toArray())))
                    .average()
                    .orElse(0);
            double overall = silent(edited, all);
            return new Confirmation(
                    learns.confirmed() && onBatch > 0.2 && overall == 0,
                    String.format(
                            Locale.ROOT,
                            "%s; silent units on a batch: %.2f, over all rows: %.2f",
                            learns.evidence(),
                            onBatch,
                            overall));
        };
    }

    private static double silent(Program program, Batch examples) {
        return NetworkOracles.started(program, run -> {
            FirstLayer layer = FirstLayer.of(program, run);
            return IntStream.range(0, layer.units())
                            .filter(unit -> isSilent(layer, unit, examples))
                            .count()
                    / (double) layer.units();
        });
    }

    private static boolean isSilent(FirstLayer layer, int unit, Batch examples) {
        return IntStream.range(0, examples.size())
                .mapToObj(row -> examples.rows(row).inputs().first().toArray())
                .noneMatch(row -> layer.sum(unit, row.toDoubles()) > 0);
    }
}
