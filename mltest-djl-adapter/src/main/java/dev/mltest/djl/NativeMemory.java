package dev.mltest.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;

import dev.mltest.model.Scope;

import java.util.function.Supplier;

/** Who owns which native memory, and when it is freed. */
final class NativeMemory {

    private NativeMemory() {}

    /** Frees, when closed, what this thread makes from now on and nobody keeps. */
    static Scope scope() {
        return temporaries()::close;
    }

    private static NDScope temporaries() {
        return Engine.hasEngine(Engines.PYTORCH) ? new PinningScope() : new ThoroughScope();
    }

    /** Does some work and frees all arrays it made. */
    static <T> T freeing(Supplier<T> work) {
        try (NDScope temporaries = temporaries()) {
            temporaries.suppressNotUsedWarning();
            return work.get();
        }
    }

    /**
     * Does some work and frees all arrays it made but those it returns; they go to the scope
     * around.
     */
    static NDList handingOut(Supplier<NDList> work) {
        NDList results = freeing(() -> {
            NDList made = work.get();
            Background.finish(made);
            NDScope.unregister(made);
            return made;
        });
        results.forEach(NDScope::register);
        return results;
    }

    /** Takes an array out of the innermost scope: it lives as long as its new owner. */
    static NDArray keep(NDArray array, NDManager owner) {
        NDScope.unregister(array);
        array.attach(owner);
        return array;
    }
}
