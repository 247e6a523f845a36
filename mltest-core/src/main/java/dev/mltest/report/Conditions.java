package dev.mltest.report;

import java.util.List;

/** Under which conditions something was seen. */
final class Conditions {

    private Conditions() {}

    /** The seeds, added to what a summary says in brackets at its end. */
    static String withSeeds(String summary, List<Long> seeds) {
        return summary.endsWith(")")
                ? summary.substring(0, summary.length() - 1) + "; " + describe(seeds) + ")"
                : summary + " (" + describe(seeds) + ")";
    }

    private static String describe(List<Long> seeds) {
        long first = seeds.get(0);
        long last = seeds.get(seeds.size() - 1);
        return switch (seeds.size()) {
            case 1 -> "seed " + first;
            case 2 -> "seeds %d and %d".formatted(first, last);
            default -> "seeds %d to %d".formatted(first, last);
        };
    }
}
