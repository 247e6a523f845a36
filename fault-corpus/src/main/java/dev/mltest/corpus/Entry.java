package dev.mltest.corpus;

import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;

import java.util.List;

/**
 * One program of the corpus.
 *
 * @param listing what it is
 * @param program itself, in one engine
 * @param oracle shows that it is what it is said to be
 * @param at where a fault is: globs; none for a correct program
 */
public record Entry(Listing listing, Program program, Oracle oracle, List<String> at) {

    /** Keeps its own copy. */
    public Entry {
        at = List.copyOf(at);
    }

    /** Its id and engine, unique in the corpus, for example {@code LO07-DJL}. */
    public String key() {
        return listing.id() + "-" + program.engine();
    }
}
