package dev.mltest.corpus.tabular;

import java.util.List;

/** Where the programs of this carrier are. */
public final class TabularPrograms {

    /** Classes with marked methods. */
    public static final List<Class<?>> ALL = List.of(TabularFaults.class);

    private TabularPrograms() {}
}
