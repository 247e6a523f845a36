package dev.mltest.corpus.custom;

import java.util.List;

/** Where the programs of this carrier are. */
public final class CustomPrograms {

    /** Classes with marked methods. */
    public static final List<Class<?>> ALL = List.of(
            CustomFaults.class,
            DerivativeFaults.class,
            NumericalFaults.class,
            LoopFaults.class,
            CustomCorrect.class);

    private CustomPrograms() {}
}
