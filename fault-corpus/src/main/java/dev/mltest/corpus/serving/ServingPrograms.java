package dev.mltest.corpus.serving;

import java.util.List;

/** Where the programs of this carrier are. */
public final class ServingPrograms {

    /** Classes with marked methods. */
    public static final List<Class<?>> ALL = List.of(ServingFaults.class);

    private ServingPrograms() {}
}
