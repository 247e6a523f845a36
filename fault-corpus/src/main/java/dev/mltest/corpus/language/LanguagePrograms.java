package dev.mltest.corpus.language;

import java.util.List;

/** Where the programs of this carrier are. */
public final class LanguagePrograms {

    /** Classes with marked methods. */
    public static final List<Class<?>> ALL =
            List.of(LanguageCorrect.class, LanguageFaults.class, MaskFaults.class);

    private LanguagePrograms() {}
}
