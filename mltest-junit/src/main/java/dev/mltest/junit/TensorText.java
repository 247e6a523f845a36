package dev.mltest.junit;

import dev.mltest.comparison.Comparison;
import dev.mltest.comparison.Inspection;
import dev.mltest.comparison.Mismatch;
import dev.mltest.comparison.Tolerance;
import dev.mltest.model.ElementType;
import dev.mltest.model.Numbers;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a failed assertion about a tensor says.
 *
 * @param axes their names, outermost first; empty if they have none
 */
record TensorText(List<String> axes) {

    private static final int MOST_SHOWN = 64;

    /** The claim, and what became of it. */
    String of(String claim, Comparison comparison) {
        String expected =
                "%s %s".formatted(comparison.expectedType(), shape(comparison.expectedShape()));
        List<String> lines = findings(comparison);
        lines.addAll(first(comparison));
        return claim(comparison.actualType(), comparison.actualShape(), claim + " " + expected)
                + indented(String.join("\n", lines))
                + (comparison.isOfSameShape() ? tolerance(comparison.tolerance()) : "");
    }

    /** Shape, type and the worst element, as far as they are not right. */
    List<String> findings(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        if (!comparison.isOfSameShape()) {
            lines.add(shapes(comparison.actualShape(), comparison.expectedShape()));
        }
        if (!comparison.isOfRightType()) {
            lines.add(types(comparison.actualType(), comparison.expectedType())
                    + "; isCloseTo(...) compares numbers of any type");
        }
        comparison.worst().ifPresent(worst -> {
            lines.add(mismatched(comparison));
            lines.add("  worst at " + pair(comparison, worst));
            lines.add("    " + distance(worst));
        });
        return lines;
    }

    private static String mismatched(Comparison comparison) {
        long count = comparison.mismatched();
        long elements = comparison.actualShape().elements();
        String nans = comparison.nans() == 0 || comparison.nans() == count
                ? ""
                : ", %d of them for a NaN".formatted(comparison.nans());
        return share(count, elements, "elements") + " are not" + nans;
    }

    /** Where there is more than the worst, the first few. */
    private List<String> first(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        for (Mismatch found : comparison.first()) {
            lines.add((lines.isEmpty() ? "  first at " : "           ") + pair(comparison, found));
        }
        return lines.size() > 1 ? lines : List.of();
    }

    private String pair(Comparison comparison, Mismatch found) {
        return "%s: expected %s but was %s"
                .formatted(
                        position(found.position()),
                        NumberText.of(found.expected(), comparison.expectedType()),
                        NumberText.of(found.actual(), comparison.actualType()));
    }

    private static String distance(Mismatch found) {
        if (Double.isNaN(found.absolute())) {
            return Double.isNaN(found.actual()) && Double.isNaN(found.expected())
                    ? "a NaN equals nothing, unless .treatingNaNAsEqual()"
                    : "a NaN equals nothing";
        }
        return Double.isInfinite(found.absolute())
                ? "infinitely far apart"
                : "apart by %s (relative %s, %s ULP)"
                        .formatted(
                                Numbers.text(found.absolute()),
                                Numbers.text(found.relative()),
                                Numbers.text(found.ulps()));
    }

    /** What elements or rows failed, or that there are none. */
    String inspected(Inspection inspection, String what, ElementType type) {
        if (inspection.count() == 0) {
            return indented("it has no " + what + ", so that nothing was looked at");
        }
        String first = inspection.first().entrySet().stream()
                .map(entry -> "\n  %s: %s"
                        .formatted(position(entry.getKey()), NumberText.of(entry.getValue(), type)))
                .collect(Collectors.joining());
        String more = inspection.failing() > inspection.first().size()
                ? "\n  ... and %d more"
                        .formatted(inspection.failing() - inspection.first().size())
                : "";
        return indented(
                share(inspection.failing(), inspection.count(), what) + " are not" + first + more);
    }

    private static String share(long part, long whole, String what) {
        return "%d of %d %s (%s %%)"
                .formatted(part, whole, what, Numbers.text(100.0 * part / whole));
    }

    /** For example {@code tensor FLOAT32 [2x3] should be finite}. */
    String claim(Tensor tensor, String claim) {
        return claim(tensor.elementType(), tensor.shape(), claim);
    }

    private String claim(ElementType type, Shape shape, String claim) {
        return "tensor %s %s %s\n".formatted(type, shape(shape), claim);
    }

    /** A finding below a claim. */
    String indented(String finding) {
        return "\n" + finding.indent(2).stripTrailing();
    }

    String shapes(Shape found, Shape expected) {
        return "expected shape %s but was %s".formatted(shape(expected), shape(found));
    }

    static String types(ElementType found, ElementType expected) {
        return "expected element type %s but was %s".formatted(expected, found);
    }

    static String tolerance(Tolerance tolerance) {
        return "\n\n  tolerance   " + tolerance.describe();
    }

    private String shape(Shape shape) {
        return axes.size() != shape.rank() || axes.isEmpty()
                ? shape.toString()
                : IntStream.range(0, axes.size())
                        .mapToObj(axis -> axes.get(axis) + " " + shape.size(axis))
                        .collect(Collectors.joining(" x ", "[", "]"));
    }

    private String position(List<Long> position) {
        return axes.size() < position.size()
                ? position.toString()
                : IntStream.range(0, position.size())
                        .mapToObj(axis -> axes.get(axis) + " " + position.get(axis))
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    /** All values, a line for each row, if there are few; empty otherwise. */
    static String values(Tensor tensor) {
        return tensor.shape().elements() > MOST_SHOWN ? "" : NumberText.rows(tensor.toArray());
    }
}
