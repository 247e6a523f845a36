package dev.mltest.corpus.autoencoder;

import java.util.List;

/** Where the programs of this carrier are. */
public final class AutoencoderPrograms {

    /** Classes with marked methods. */
    public static final List<Class<?>> ALL =
            List.of(AutoencoderFaults.class, AutoencoderCorrect.class);

    private AutoencoderPrograms() {}
}
