package dev.mltest.experiment;

import dev.mltest.evidence.PaddingEvidence.Padded;
import dev.mltest.model.Batch;
import dev.mltest.model.DeclaredPadding;
import dev.mltest.model.NotAvailableException;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Examples with padding, but with something else as well: of an example that is nothing but padding
 * a model has nothing to say.
 *
 * @param batch the examples
 * @param input the input whose padding is looked at
 * @param rows where the examples stood in the batch that they are taken from
 */
record PaddedExamples(Batch batch, PaddedInput input, int... rows) {

    private static final int EXAMPLES = 8;
    private static final int BATCHES = 3;

    static PaddedExamples of(Bench bench, DeclaredPadding declared) {
        PaddedExamples best = null;
        for (int i = 0; i < BATCHES; i++) {
            PaddedExamples found = in(bench.batch(i), declared);
            if (best == null || found.input.padding().count() > 0) {
                best = found;
            }
            if (best.input.padding().count() > 0) {
                break;
            }
        }
        return Objects.requireNonNull(best);
    }

    private static PaddedExamples in(Batch batch, DeclaredPadding declared) {
        PaddedInput whole = PaddedInput.of(batch, declared).get(0);
        PaddedPositions padding = whole.padding();
        int[] useful = IntStream.range(0, batch.size())
                .filter(row -> padding.count(row) < padding.length())
                .boxed()
                .sorted((one, other) ->
                        Boolean.compare(padding.count(other) > 0, padding.count(one) > 0))
                .limit(EXAMPLES)
                .mapToInt(row -> row)
                .toArray();
        if (useful.length == 0) {
            throw new NotAvailableException(
                    "all positions of '%s' are padding in every example".formatted(whole.name()));
        }
        return of(batch, whole).rows(useful);
    }

    AlignedBatch aligned() {
        return new AlignedBatch(batch, input.name(), input.axis());
    }

    /** All of a batch. */
    static PaddedExamples of(Batch batch, PaddedInput input) {
        return new PaddedExamples(batch, input, IntStream.range(0, batch.size()).toArray());
    }

    /** These of them. */
    PaddedExamples rows(int... chosen) {
        return new PaddedExamples(
                batch.rows(chosen),
                new PaddedInput(
                        input.name(),
                        input.axis(),
                        input.byMask(),
                        input.padding().rows(chosen)),
                IntStream.of(chosen).map(row -> rows[row]).toArray());
    }

    Padded padded(Bench bench) {
        PaddingTrials trials = new PaddingTrials(bench, this);
        trials.overwrite();
        trials.append();
        trials.cut();
        double[] reaction = trials.reaction();
        return new Padded(
                input.name(),
                batch.inputs().get(input.name()).shape(),
                batch.size(),
                input.byMask(),
                input.padding().count(),
                reaction[0],
                reaction[1],
                List.copyOf(trials.seen()),
                List.copyOf(trials.refused()));
    }
}
