package dev.mltest.comparison;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads numbers and arrays of primitives, of any depth, as tensors. */
final class JavaArrays {

    private static final Map<Class<?>, ElementType> TYPES = Map.ofEntries(
            Map.entry(float.class, ElementType.FLOAT32),
            Map.entry(Float.class, ElementType.FLOAT32),
            Map.entry(double.class, ElementType.FLOAT64),
            Map.entry(Double.class, ElementType.FLOAT64),
            Map.entry(int.class, ElementType.INT32),
            Map.entry(Integer.class, ElementType.INT32),
            Map.entry(long.class, ElementType.INT64),
            Map.entry(Long.class, ElementType.INT64),
            Map.entry(byte.class, ElementType.INT8),
            Map.entry(Byte.class, ElementType.INT8),
            Map.entry(boolean.class, ElementType.BOOLEAN),
            Map.entry(Boolean.class, ElementType.BOOLEAN));

    private JavaArrays() {}

    /** Whether it is a number, a truth value, or an array of primitive ones. */
    static boolean isReadable(Object given) {
        Class<?> type = innermost(given.getClass());
        return TYPES.containsKey(type)
                && (type.isPrimitive() || !given.getClass().isArray());
    }

    /**
     * The numbers, row-major.
     *
     * @throws ConfigurationException if rows differ in length
     */
    static ArrayTensor read(Object given) {
        Shape shape = shape(given);
        double[] values = new double[Math.toIntExact(shape.elements())];
        fill(given, shape, 0, values, 0);
        return ArrayTensor.of(type(given), shape, values);
    }

    private static ElementType type(Object given) {
        return Objects.requireNonNull(TYPES.get(innermost(given.getClass())));
    }

    private static Class<?> innermost(Class<?> type) {
        return type.isArray() ? innermost(type.getComponentType()) : type;
    }

    /** As the first row along each axis has it. */
    private static Shape shape(Object given) {
        List<Long> sizes = new ArrayList<>();
        Object row = given;
        for (Class<?> type = given.getClass(); type.isArray(); type = type.getComponentType()) {
            long size = row == null ? 0 : Array.getLength(row);
            sizes.add(size);
            row = size == 0 || type.getComponentType().isPrimitive() ? null : Array.get(row, 0);
        }
        return Shape.of(sizes.stream().mapToLong(Long::longValue).toArray());
    }

    /** Writes the elements below one row from a position on, and gives the position after them. */
    private static int fill(Object row, Shape shape, int axis, double[] values, int from) {
        if (axis == shape.rank()) {
            values[from] = number(row);
            return from + 1;
        }
        requireLength(row, shape, axis);
        int next = from;
        for (int i = 0; i < shape.size(axis); i++) {
            next = fill(Array.get(row, i), shape, axis + 1, values, next);
        }
        return next;
    }

    private static void requireLength(@Nullable Object row, Shape shape, int axis) {
        long length = row == null ? -1 : Array.getLength(row);
        if (length != shape.size(axis)) {
            throw new ConfigurationException(
                    "a Java array is ragged: along axis %d its first row has %d elements, and another %s; fill the rows up, or write assertThatTensors(List.of(row, ...)) to compare each by itself"
                            .formatted(axis, shape.size(axis), row == null ? "is null" : length));
        }
    }

    private static double number(Object element) {
        return element instanceof Boolean truth
                ? (truth ? 1 : 0)
                : ((Number) element).doubleValue();
    }
}
