package dev.mltest.preflight;

import dev.mltest.check.Check;
import dev.mltest.check.CheckSuite;
import dev.mltest.model.ConfigurationException;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Those checks of a suite that somebody asked for. */
final class SelectedChecks {

    private static final int MOST_SHOWN = 3;

    private SelectedChecks() {}

    /** In the order of the suite; each keeps its own share of the false alarms. */
    static CheckSuite of(CheckSuite suite, List<String> ids) {
        List<String> known = suite.checks().stream().map(Check::id).toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                throw new ConfigurationException("there is no check '%s'; near to it are %s"
                        .formatted(id, String.join(", ", nearest(id, known))));
            }
        }
        return ids.isEmpty()
                ? suite
                : new CheckSuite(
                        suite.name(),
                        suite.checks().stream()
                                .filter(check -> ids.contains(check.id()))
                                .toList());
    }

    /** The same checks, blind to violations at places that match one of these globs. */
    static CheckSuite ignoring(CheckSuite suite, List<String> globs) {
        String[] ignored = globs.toArray(String[]::new);
        return globs.isEmpty()
                ? suite
                : new CheckSuite(
                        suite.name(),
                        suite.checks().stream()
                                .map(check -> check.ignoring(ignored))
                                .toList());
    }

    private static List<String> nearest(String id, List<String> known) {
        return known.stream()
                .sorted(Comparator.comparingDouble(other -> -likeness(id, other)))
                .limit(MOST_SHOWN)
                .toList();
    }

    /** The share of pairs of letters that both have (Dice). */
    private static double likeness(String one, String other) {
        Set<String> common = new HashSet<>(pairs(one));
        common.retainAll(pairs(other));
        return 2.0 * common.size() / (pairs(one).size() + pairs(other).size());
    }

    private static Set<String> pairs(String text) {
        String closed = "-" + text + "-";
        return IntStream.range(0, closed.length() - 1)
                .mapToObj(start -> closed.substring(start, start + 2))
                .collect(Collectors.toSet());
    }
}
