package dev.mltest.corpus.record;

import dev.mltest.model.Differentiable;
import dev.mltest.model.Snapshot;

import java.util.function.Supplier;

/**
 * Looks at a live model and puts it back. DJL's random state cannot be read, so after each look its
 * noise goes on from another seed; nothing else differs from a training that nobody looks at.
 */
final class Untraced {

    private final Differentiable model;
    private final long seed;
    private long looks;

    Untraced(Differentiable model, long seed) {
        this.model = model;
        this.seed = seed;
    }

    Differentiable model() {
        return model;
    }

    <T> T look(Supplier<T> look) {
        try (Snapshot before = model.snapshot()) {
            try {
                return model.scoped(look);
            } finally {
                model.restore(before);
                model.seed(seed * 1_000_003 + ++looks);
            }
        }
    }
}
