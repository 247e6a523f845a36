package dev.mltest.baseline;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Takes entries out of a file whose checks have held again, so that a regression is a new one. */
public final class Thaw {

    private Thaw() {}

    /**
     * Takes entries out of a file, if it can be written.
     *
     * @return a line for each entry that tells what became of it
     */
    public static List<String> of(Collection<KnownViolation> entries, Path file) {
        if (entries.isEmpty()) {
            return List.of();
        }
        String done = remove(entries, file);
        return entries.stream()
                .map(entry -> "mltest: '%s' of '%s' has held since it was frozen; %s"
                        .formatted(entry.check(), entry.model(), done))
                .toList();
    }

    private static String remove(Collection<KnownViolation> entries, Path file) {
        try {
            BaselineFile.update(file, current -> current.without(entries::contains));
            return "it is frozen no longer in " + file;
        } catch (UncheckedIOException refused) {
            return "remove it from %s, which cannot be written".formatted(file);
        }
    }
}
