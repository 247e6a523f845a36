package dev.mltest.report;

import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Fills records of any kind with values, so that no kind can be forgotten. */
final class SampleRecords {

    private final List<Double> numbers;
    private final int listSize;
    private int next;

    private SampleRecords(List<Double> numbers, int listSize, int salt) {
        this.numbers = numbers;
        this.listSize = listSize;
        this.next = salt;
    }

    /** Numbers are taken in turn, starting from the {@code salt}-th. */
    static <R> R of(Class<R> kind, List<Double> numbers, int salt) {
        return kind.cast(new SampleRecords(numbers, 3, salt).value(kind));
    }

    static <R> R withEmptyLists(Class<R> kind) {
        return kind.cast(new SampleRecords(List.of(1.0), 0, 0).value(kind));
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type element = list.getActualTypeArguments()[0];
            return IntStream.range(0, listSize).mapToObj(i -> value(element)).toList();
        }
        Class<?> kind = (Class<?>) type;
        if (kind == double.class || kind == Double.class) {
            return numbers.get(next++ % numbers.size());
        }
        if (kind == ParameterPath.class) {
            return ParameterPath.of("encoder/block" + next++ + "/weight");
        }
        return kind.isRecord() ? filled(kind) : plain(kind);
    }

    private Object plain(Class<?> kind) {
        if (kind == int.class) {
            return next++ % 2 == 0 ? Integer.MAX_VALUE : -1;
        }
        if (kind == long.class || kind == Long.class) {
            return next++ % 2 == 0 ? Long.MAX_VALUE : -1L;
        }
        if (kind == boolean.class) {
            return next++ % 2 == 0;
        }
        if (kind == String.class) {
            return "text \"" + next++ + "\" äß\u2028\n";
        }
        if (kind == Shape.class) {
            return next++ % 2 == 0 ? Shape.of() : Shape.of(2, 0, 3);
        }
        if (kind.isEnum()) {
            return kind.getEnumConstants()[next++ % kind.getEnumConstants().length];
        }
        throw new IllegalArgumentException("no sample of a " + kind);
    }

    private Object filled(Class<?> kind) {
        RecordComponent[] components = kind.getRecordComponents();
        try {
            Constructor<?> constructor = kind.getDeclaredConstructor(Arrays.stream(components)
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> value(component.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
