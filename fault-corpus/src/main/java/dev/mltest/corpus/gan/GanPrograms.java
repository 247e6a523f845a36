package dev.mltest.corpus.gan;

import java.util.List;

/** Where the programs of this carrier are. */
public final class GanPrograms {

    /** Classes with marked methods. */
    public static final List<Class<?>> ALL = List.of(GanCorrect.class);

    private GanPrograms() {}
}
