package dev.mltest.sample;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A text as a row of ids: one for each character, for each two neighbours and for each three. The
 * edges of the text count as characters. An id is a hash; what order they come in says nothing.
 */
public final class Ngrams {

    /** Ids in a row: longer texts are cut, shorter ones padded. */
    public static final int LENGTH = 64;

    /** Ids run from 0 to one less than this. */
    public static final int COUNT = 4096;

    /** The id that stands for nothing. */
    public static final long PADDING = 0;

    private static final int MOST_CHARACTERS = 3;
    private static final int GOLDEN_RATIO = 0x9E3779B1;

    private Ngrams() {}

    /** The row of a text. */
    public static LongStream of(String text) {
        String framed = "^" + text.toLowerCase(Locale.ROOT) + "$";
        LongStream ids = IntStream.rangeClosed(1, MOST_CHARACTERS)
                .boxed()
                .flatMapToLong(length -> ids(framed, length));
        LongStream padding = LongStream.generate(() -> PADDING);
        return LongStream.concat(ids, padding).limit(LENGTH);
    }

    private static LongStream ids(String framed, int length) {
        return IntStream.rangeClosed(0, framed.length() - length)
                .mapToLong(start -> id(framed.substring(start, start + length)));
    }

    /** The factor scatters the hashes of short texts, which lie close together. */
    private static long id(String ngram) {
        return 1 + Math.floorMod(ngram.hashCode() * GOLDEN_RATIO, COUNT - 1);
    }
}
