package dev.mltest.junit;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Elements with all of their digits: two that differ read differently. This is unlike
 * {@link dev.mltest.model.Numbers}, where a bound stands beside each number.
 */
final class NumberText {

    private NumberText() {}

    static String of(double value, ElementType type) {
        return switch (type) {
            case FLOAT64 -> Double.toString(value);
            case FLOAT32, FLOAT16 -> Float.toString((float) value);
            case BOOLEAN -> value == 0 ? "false" : "true";
            default ->
                Double.isFinite(value) ? Long.toString((long) value) : Double.toString(value);
        };
    }

    /** Type and shape, then a line for each row along the last axis. */
    static String rows(ArrayTensor tensor) {
        int width = tensor.shape().rank() == 0 ? 1 : (int) tensor.shape().size(-1);
        String head = "%s %s".formatted(tensor.elementType(), tensor.shape());
        return IntStream.range(0, width == 0 ? 0 : tensor.length() / width)
                .mapToObj(row -> row(tensor, row * width, width))
                .collect(Collectors.joining("\n", head + "\n", ""));
    }

    private static String row(ArrayTensor tensor, int from, int width) {
        return IntStream.range(from, from + width)
                .mapToObj(i -> of(tensor.get(i), tensor.elementType()))
                .collect(Collectors.joining(", "));
    }
}
