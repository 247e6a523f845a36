package dev.mltest.reporting.gate;

import dev.mltest.model.SourceLine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Violations as commands to a GitHub workflow, which shows them at the line that describes the
 * model: errors where they decide, warnings elsewhere.
 *
 * @param lines one command each, the worst first
 * @param leftOut how many violations have none, since GitHub would not show more
 */
public record Annotations(List<String> lines, int leftOut) {

    /** GitHub shows as many of each kind for one step. */
    static final int MOST = 10;

    private static final int MOST_TEXT = 4_000;

    /** Keeps its own copy. */
    public Annotations {
        lines = List.copyOf(lines);
    }

    /** Of the violations of a run. */
    public static Annotations of(Decision decision, SourceRoots sources) {
        List<Weighed> shown = new ArrayList<>();
        shown.addAll(first(decision, true));
        shown.addAll(first(decision, false));
        return new Annotations(
                shown.stream().map(violation -> command(violation, sources)).toList(),
                decision.violations().size() - shown.size());
    }

    private static List<Weighed> first(Decision decision, boolean deciding) {
        return decision.violations().stream()
                .filter(violation -> violation.decides() == deciding)
                .limit(MOST)
                .toList();
    }

    private static String command(Weighed violation, SourceRoots sources) {
        Optional<SourceLine> declared = violation.verdict().declared();
        List<String> properties = Stream.concat(
                        declared
                                .flatMap(line -> sources.fileOf(line)
                                        .map(file -> List.of(
                                                property("file", file),
                                                property("line", String.valueOf(line.line())))))
                                .stream()
                                .flatMap(List::stream),
                        Stream.of(property("title", title(violation))))
                .toList();
        return "::%s %s::%s"
                .formatted(
                        violation.decides() ? "error" : "warning",
                        String.join(",", properties),
                        escaped(message(violation)));
    }

    private static String title(Weighed violation) {
        return "%s: %s%s"
                .formatted(
                        violation.model(),
                        violation.check(),
                        violation.frozen() ? " (frozen)" : "");
    }

    private static String message(Weighed violation) {
        String text = violation.verdict().text();
        String remark = violation.remark().isEmpty() ? "" : violation.remark() + "\n\n";
        return remark
                + (text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "\n...");
    }

    private static String property(String name, String value) {
        return name + "=" + escaped(value).replace(":", "%3A").replace(",", "%2C");
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
