package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Arrays that blocks and optimisers made during a pass and hold for the next one: moments, cached
 * masks. They outlive the scope of the pass and are freed once nobody holds them.
 */
final class HeldArrays implements AutoCloseable {

    private final List<Object> holders;
    private final Set<NDArray> foreign;
    private Set<NDArray> held = Collections.newSetFromMap(new IdentityHashMap<>());

    /** For these blocks and optimisers; what they hold already is the user's. */
    HeldArrays(Collection<?> holders) {
        this.holders = List.copyOf(holders);
        foreign = StateSearch.arraysOf(holders);
        foreign.forEach(NDScope::unregister);
    }

    /** Takes what is held now out of the innermost scope, and frees what is held no longer. */
    void update() {
        Set<NDArray> now = StateSearch.arraysOf(holders);
        now.removeAll(foreign);
        now.forEach(NDScope::unregister);
        held.stream().filter(array -> !now.contains(array)).forEach(NDArray::close);
        held = now;
    }

    @Override
    public void close() {
        held.forEach(NDArray::close);
    }
}
