package dev.mltest.comparison;

import dev.mltest.model.Tensor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What came of comparing two structures, path by path.
 *
 * @param compared how many paths both have
 * @param failing those that do not hold, worst first: other shapes and types before any distance
 * @param missing paths that only the expected structure has
 * @param extra paths that only the actual one has
 */
public record TreeComparison(
        int compared, Map<String, Comparison> failing, List<String> missing, List<String> extra) {

    /** Compares what stands under the same path. */
    public static TreeComparison of(
            Map<String, Tensor> actual,
            Map<String, Tensor> expected,
            BiFunction<Tensor, Tensor, Comparison> comparing) {
        Map<String, Comparison> failing = new LinkedHashMap<>();
        actual.forEach((path, tensor) -> {
            Tensor other = expected.get(path);
            Comparison comparison = other == null ? null : comparing.apply(tensor, other);
            if (comparison != null && !comparison.holds()) {
                failing.put(path, comparison);
            }
        });
        List<String> extra = without(actual, expected);
        return new TreeComparison(
                actual.size() - extra.size(),
                worstFirst(failing),
                without(expected, actual),
                extra);
    }

    /** Whether both structures have the same paths and hold the same under each. */
    public boolean holds() {
        return failing.isEmpty() && missing.isEmpty() && extra.isEmpty();
    }

    private static List<String> without(Map<String, Tensor> these, Map<String, Tensor> those) {
        return these.keySet().stream().filter(path -> !those.containsKey(path)).toList();
    }

    private static Map<String, Comparison> worstFirst(Map<String, Comparison> failing) {
        Map<String, Comparison> sorted = new LinkedHashMap<>();
        Comparator<Map.Entry<String, Comparison>> worst =
                Comparator.comparing(entry -> -entry.getValue().excess());
        failing.entrySet().stream()
                .sorted(worst)
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
