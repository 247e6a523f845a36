package dev.mltest.junit;

import dev.mltest.comparison.Comparison;
import dev.mltest.comparison.Tolerance;
import dev.mltest.comparison.TreeComparison;
import dev.mltest.model.Tensor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a failed assertion about a structure of tensors says. */
final class TensorsText {

    private static final int MOST_PATHS = 10;
    private static final int MOST_SHOWN = 64;
    private static final TensorText TENSOR = new TensorText(List.of());

    private TensorsText() {}

    static String of(String claim, TreeComparison comparison) {
        return Stream.of(
                        "tensors " + claim + "\n",
                        failing(comparison),
                        paths("missing", comparison.missing()),
                        paths("too many", comparison.extra()),
                        tolerances(comparison))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String failing(TreeComparison comparison) {
        if (comparison.failing().isEmpty()) {
            return "";
        }
        String head = "  %d of %d paths are not, the worst first"
                .formatted(comparison.failing().size(), comparison.compared());
        String listed = comparison.failing().entrySet().stream()
                .limit(MOST_PATHS)
                .map(entry -> "\n    " + entry.getKey() + lines(entry.getValue()))
                .collect(Collectors.joining());
        return head + listed + more(comparison.failing().size());
    }

    private static String lines(Comparison comparison) {
        return TENSOR.findings(comparison).stream()
                .map(line -> "\n      " + line)
                .collect(Collectors.joining());
    }

    private static String paths(String label, List<String> paths) {
        return paths.isEmpty()
                ? ""
                : "  %d %s%s%s"
                        .formatted(
                                paths.size(),
                                label,
                                paths.stream()
                                        .limit(MOST_PATHS)
                                        .map(path -> "\n    " + path)
                                        .collect(Collectors.joining()),
                                more(paths.size()));
    }

    private static String more(int count) {
        return count > MOST_PATHS ? "\n    ... and %d more".formatted(count - MOST_PATHS) : "";
    }

    /** Usually one; several if paths are of several element types. */
    private static String tolerances(TreeComparison comparison) {
        Set<Tolerance> tolerances = comparison.failing().values().stream()
                .filter(Comparison::isOfSameShape)
                .map(Comparison::tolerance)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return tolerances.stream()
                .map(tolerance -> "\n  tolerance   " + tolerance.describe())
                .collect(Collectors.joining());
    }

    /** All values under their paths, if there are few; empty otherwise. */
    static String values(Map<String, Tensor> tensors) {
        long elements = tensors.values().stream()
                .mapToLong(tensor -> tensor.shape().elements())
                .sum();
        return elements > MOST_SHOWN
                ? ""
                : tensors.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + TensorText.values(entry.getValue()))
                        .collect(Collectors.joining("\n"));
    }
}
