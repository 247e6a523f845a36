package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What blocks, optimisers and learning-rate trackers hold in their fields at one moment: arrays,
 * counters, maps of either. Everything is put back in place, since others hold on to the same
 * objects.
 */
final class RememberedState {

    private final NDManager copies;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Supplier<?>> roots = new ArrayList<>();

    /**
     * Takes the state down.
     *
     * @param holders whose state
     * @param copies owns the copied arrays
     */
    RememberedState(Collection<?> holders, NDManager copies) {
        this.copies = copies;
        holders.forEach(holder -> roots.add(remember(holder)));
    }

    /** Puts the state back; may be done several times. */
    void putBack() {
        roots.forEach(Supplier::get);
    }

    private Supplier<@Nullable Object> remember(@Nullable Object value) {
        if (value instanceof NDArray array) {
            return rememberArray(array);
        }
        if (value instanceof Map<?, ?> map) {
            return rememberMap(map);
        }
        if (value instanceof Collection<?> collection) {
            return rememberCollection(collection);
        }
        if (value != null
                && value.getClass().isArray()
                && value.getClass().getComponentType().isPrimitive()) {
            return rememberNumbers(value);
        }
        if (value != null && StateFields.isStateful(value) && seen.add(value)) {
            return rememberFields(value);
        }
        return () -> value;
    }

    private Supplier<@Nullable Object> rememberArray(NDArray array) {
        if (array.isReleased()) {
            return () -> array;
        }
        NDArray copy = NativeMemory.keep(array.duplicate(), copies);
        return () -> {
            if (array.isReleased()) {
                return copy.duplicate();
            }
            InPlace.write(array, copy);
            return array;
        };
    }

    @SuppressWarnings("unchecked")
    private Supplier<@Nullable Object> rememberMap(Map<?, ?> map) {
        Map<Object, Supplier<@Nullable Object>> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(key, remember(value)));
        return () -> {
            Map<Object, @Nullable Object> then = new LinkedHashMap<>();
            entries.forEach((key, value) -> then.put(key, value.get()));
            if (!sameObjects(then.values(), map.values())) {
                map.clear();
                ((Map<Object, @Nullable Object>) map).putAll(then);
            }
            return map;
        };
    }

    @SuppressWarnings("unchecked")
    private Supplier<@Nullable Object> rememberCollection(Collection<?> collection) {
        List<Supplier<@Nullable Object>> elements = new ArrayList<>();
        collection.forEach(element -> elements.add(remember(element)));
        return () -> {
            List<@Nullable Object> then = new ArrayList<>();
            elements.forEach(element -> then.add(element.get()));
            if (!sameObjects(then, collection)) {
                collection.clear();
                ((Collection<@Nullable Object>) collection).addAll(then);
            }
            return collection;
        };
    }

    /** Compares without asking arrays whether they are equal, which closed ones cannot say. */
    private static boolean sameObjects(Collection<?> then, Collection<?> now) {
        Iterator<?> others = now.iterator();
        return then.size() == now.size()
                && then.stream().allMatch(element -> element == others.next());
    }

    private static Supplier<@Nullable Object> rememberNumbers(Object numbers) {
        int length = Array.getLength(numbers);
        Object copy = Array.newInstance(numbers.getClass().getComponentType(), length);
        System.arraycopy(numbers, 0, copy, 0, length);
        return () -> {
            System.arraycopy(copy, 0, numbers, 0, length);
            return numbers;
        };
    }

    private Supplier<@Nullable Object> rememberFields(Object stateful) {
        Map<Field, Supplier<@Nullable Object>> fields = new LinkedHashMap<>();
        for (Field field : StateFields.of(stateful)) {
            fields.put(field, remember(StateFields.get(field, stateful)));
        }
        Supplier<?> children = stateful instanceof Block block
                ? remember(block.getChildren().values())
                : () -> null;
        return () -> {
            fields.forEach((field, value) -> StateFields.set(field, stateful, value.get()));
            children.get();
            return stateful;
        };
    }
}
