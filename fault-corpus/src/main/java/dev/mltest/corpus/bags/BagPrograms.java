package dev.mltest.corpus.bags;

import java.util.List;

/** Where the programs of this carrier are. */
public final class BagPrograms {

    /** Classes with marked methods. */
    public static final List<Class<?>> ALL = List.of(BagCorrect.class, BagFaults.class);

    private BagPrograms() {}
}
