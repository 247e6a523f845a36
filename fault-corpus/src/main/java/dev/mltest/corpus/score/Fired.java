package dev.mltest.corpus.score;

import java.util.List;

/**
 * A check or rule that failed a program under at least one seed.
 *
 * @param check its id
 * @param seeds under how many seeds
 * @param loci the places it named first
 */
public record Fired(String check, int seeds, List<String> loci) {

    /** Keeps its own copy. */
    public Fired {
        loci = List.copyOf(loci);
    }
}
