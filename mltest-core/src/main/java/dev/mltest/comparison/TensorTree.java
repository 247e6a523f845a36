package dev.mltest.comparison;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Tensor;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors of a nested structure, each under its path: {@code encoder.layers[2].weight}. Maps,
 * records and {@link NamedTensors} give names; lists and arrays of objects give positions.
 */
public final class TensorTree {

    private static final int DEEPEST = 64;

    private final Map<String, Tensor> leaves = new LinkedHashMap<>();

    private TensorTree() {}

    /**
     * All tensors of a structure; a single tensor has an empty path.
     *
     * @throws ConfigurationException if something in it is no tensor, or there is none at all
     */
    public static Map<String, Tensor> of(@Nullable Object structure) {
        TensorTree tree = new TensorTree();
        tree.add("", structure, 0);
        if (tree.leaves.isEmpty()) {
            throw new ConfigurationException(
                    "there is no tensor in an empty %s; give it one, or assert isEmpty() with AssertJ"
                            .formatted(nameOf(structure)));
        }
        return tree.leaves;
    }

    static boolean isStructure(Object given) {
        return given instanceof Map
                || given instanceof List
                || given instanceof Record
                || given instanceof NamedTensors
                || (given instanceof Object[] && !JavaArrays.isReadable(given));
    }

    private void add(String path, @Nullable Object found, int depth) {
        if (depth > DEEPEST) {
            throw new ConfigurationException(
                    "a structure is nested more than %d deep; does it contain itself?"
                            .formatted(DEEPEST));
        }
        if (found instanceof Map<?, ?> map) {
            map.forEach((key, value) -> add(named(path, String.valueOf(key)), value, depth + 1));
        } else if (found instanceof NamedTensors tensors) {
            tensors.asMap().forEach((name, tensor) -> add(named(path, name), tensor, depth + 1));
        } else if (found instanceof Record tuple) {
            addComponents(path, tuple, depth);
        } else if (found instanceof List<?> list) {
            addElements(path, list, depth);
        } else if (found instanceof Object[] array && isStructure(array)) {
            addElements(path, Arrays.asList(array), depth);
        } else {
            addLeaf(path, found);
        }
    }

    private void addElements(String path, List<?> elements, int depth) {
        for (int i = 0; i < elements.size(); i++) {
            add(path + "[" + i + "]", elements.get(i), depth + 1);
        }
    }

    private void addComponents(String path, Record tuple, int depth) {
        for (RecordComponent component : tuple.getClass().getRecordComponents()) {
            add(named(path, component.getName()), value(component, tuple), depth + 1);
        }
    }

    private static @Nullable Object value(RecordComponent component, Record tuple) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(tuple);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new ConfigurationException(
                    "the component '%s' of the record %s cannot be read: %s; put its tensors into a Map"
                            .formatted(component.getName(), nameOf(tuple), e),
                    e);
        }
    }

    private void addLeaf(String path, @Nullable Object found) {
        if (leaves.put(path, leaf(path, found)) != null) {
            throw new ConfigurationException(
                    "two tensors have the path '%s'; use names without dots and brackets"
                            .formatted(path));
        }
    }

    private static Tensor leaf(String path, @Nullable Object found) {
        try {
            return TensorReader.read(found);
        } catch (ConfigurationException e) {
            throw path.isEmpty()
                    ? e
                    : new ConfigurationException("at '%s': %s".formatted(path, e.reason()), e);
        }
    }

    private static String named(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String nameOf(@Nullable Object given) {
        return given == null ? "null" : given.getClass().getTypeName();
    }
}
