package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Finds the arrays that blocks and optimisers hold in their fields, parameters aside. */
final class StateSearch {

    private final Set<NDArray> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private StateSearch() {}

    static Set<NDArray> arraysOf(Collection<?> roots) {
        StateSearch search = new StateSearch();
        roots.forEach(search::visit);
        return search.arrays;
    }

    private void visit(@Nullable Object value) {
        if (value instanceof NDArray array) {
            arrays.add(array);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::visit);
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(this::visit);
        } else if (value != null && StateFields.isStateful(value) && seen.add(value)) {
            visitFields(value);
        }
    }

    private void visitFields(Object stateful) {
        for (Field field : StateFields.of(stateful)) {
            visit(StateFields.get(field, stateful));
        }
        if (stateful instanceof Block block) {
            visit(block.getChildren().values());
        }
    }
}
