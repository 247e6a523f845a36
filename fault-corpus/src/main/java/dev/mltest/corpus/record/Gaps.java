package dev.mltest.corpus.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Takes down what a program or an engine refuses to show, and goes on without it. */
final class Gaps {

    private final Set<String> found = new LinkedHashSet<>();

    /** What the look gives, or else this. */
    <T> T bridged(String what, Supplier<T> look, T otherwise) {
        return tried(what, look).orElse(otherwise);
    }

    /** What the look gives, if it gives anything. */
    <T> Optional<T> tried(String what, Supplier<T> look) {
        try {
            return Optional.of(look.get());
        } catch (RuntimeException refused) {
            found.add(what + ": " + refused);
            return Optional.empty();
        }
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
