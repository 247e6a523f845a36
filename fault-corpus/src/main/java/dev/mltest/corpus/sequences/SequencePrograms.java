package dev.mltest.corpus.sequences;

import java.util.List;

/** Where the programs of this carrier are. */
public final class SequencePrograms {

    /** Classes with marked methods. */
    public static final List<Class<?>> ALL = List.of(SequenceCorrect.class, SequenceFaults.class);

    private SequencePrograms() {}
}
