package dev.mltest.corpus.score;

import java.util.List;

/**
 * A fault and correct programs that look like it: only an arm that fails the one and leaves the
 * others alone tells them apart.
 *
 * @param fault the fault's id
 * @param correct the correct programs' ids
 */
record NearPair(String fault, List<String> correct) {

    /** As the corpus' protocol lists them. */
    static final List<NearPair> ALL = List.of(
            new NearPair("TE08", List.of("C09")),
            new NearPair("AC02", List.of("C22", "C23")),
            new NearPair("IN01", List.of("C11", "C23")),
            new NearPair("DA01", List.of("C16")),
            new NearPair("OP02", List.of("C13")),
            new NearPair("LO09", List.of("C10")),
            new NearPair("TL10", List.of("C14")),
            new NearPair("PP01", List.of("C19")),
            new NearPair("AC04", List.of("C20")));

    /** For example {@code AC02 / C22, C23}. */
    @Override
    public String toString() {
        return fault + " / " + String.join(", ", correct);
    }
}
