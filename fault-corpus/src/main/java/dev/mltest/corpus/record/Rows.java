package dev.mltest.corpus.record;

import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;

import java.util.stream.IntStream;

/** Examples that stand for a data set. */
final class Rows {

    private Rows() {}

    /** At most that many, evenly spread. */
    static Batch spread(Dataset examples, int most) {
        int count = Math.min(most, examples.size());
        return examples.examples(IntStream.range(0, count)
                .map(i -> (int) ((long) i * examples.size() / count))
                .toArray());
    }

    /** The batch, that many times. */
    static Batch repeated(Batch batch, int times) {
        return batch.rows(IntStream.range(0, times * batch.size())
                .map(i -> i % batch.size())
                .toArray());
    }
}
