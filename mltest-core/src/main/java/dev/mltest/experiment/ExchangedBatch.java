package dev.mltest.experiment;

import dev.mltest.model.Batch;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A batch of which some examples are exchanged for others while the rest stay where they are.
 *
 * @param batch the batch after the exchange
 * @param kept the rows that were not exchanged
 */
record ExchangedBatch(Batch batch, int[] kept) {

    static final int EXAMPLES = 8;

    /** The first examples of the first batch. */
    static Batch original(Bench bench) {
        return bench.batch(0).firstRows(EXAMPLES);
    }

    /** Every second row, from {@code first} on, exchanged for examples of the second batch. */
    static ExchangedBatch alternate(Bench bench, int first) {
        return keeping(bench, row -> row % 2 != first);
    }

    /** One row exchanged. */
    static ExchangedBatch except(Bench bench, int exchanged) {
        return keeping(bench, row -> row != exchanged);
    }

    /** The second half exchanged. */
    static ExchangedBatch secondHalf(Bench bench) {
        int half = original(bench).size() / 2;
        return keeping(bench, row -> row < half);
    }

    /** How many examples really differ from those that stood there before. */
    int exchanged(Batch original) {
        return (int) IntStream.range(0, batch.size())
                .filter(row ->
                        !batch.rows(row).inputs().equals(original.rows(row).inputs()))
                .count();
    }

    private static ExchangedBatch keeping(Bench bench, IntPredicate keep) {
        Batch original = original(bench);
        Batch others = bench.batch(1).firstRows(original.size());
        int size = Math.min(original.size(), others.size());
        int[] kept = IntStream.range(0, size).filter(keep).toArray();
        Batch both = Concatenation.of(original.firstRows(size), others.firstRows(size));
        int[] picked = IntStream.range(0, size)
                .map(row -> keep.test(row) ? row : size + row)
                .toArray();
        return new ExchangedBatch(both.rows(picked), kept);
    }
}
