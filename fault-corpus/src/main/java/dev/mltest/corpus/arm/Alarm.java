package dev.mltest.corpus.arm;

import java.util.List;
import java.util.Optional;

/**
 * That a rule fires.
 *
 * @param loci the places it names, the worst first
 * @param measured what was measured, as a sentence
 */
record Alarm(List<String> loci, String measured) {

    /** Keeps its own copy. */
    Alarm {
        loci = List.copyOf(loci);
    }

    /** At one place, if that is so. */
    static Optional<Alarm> when(boolean fires, String locus, String measured) {
        return fires ? Optional.of(new Alarm(List.of(locus), measured)) : Optional.empty();
    }
}
