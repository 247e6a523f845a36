package dev.mltest.corpus.finetuning;

import java.util.List;

/** Where the programs of this carrier are. */
public final class FinetuningPrograms {

    /** Classes with marked methods. */
    public static final List<Class<?>> ALL =
            List.of(FinetuningCorrect.class, FinetuningFaults.class);

    private FinetuningPrograms() {}
}
