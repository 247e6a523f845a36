package dev.mltest.corpus.score;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a place that an arm names is where a fault is. */
final class Places {

    private Places() {}

    /**
     * Whether a glob covers the place, or the layer it lies in; a star stands for anything, and
     * what follows the place in brackets does not count.
     */
    static boolean covers(List<String> globs, String locus) {
        String place = locus.replaceFirst(" [\\[(].*", "");
        return globs.stream().map(Places::pattern).anyMatch(glob -> matches(glob, place));
    }

    private static boolean matches(Pattern glob, String locus) {
        if (glob.matcher(locus).matches()) {
            return true;
        }
        int slash = locus.lastIndexOf('/');
        return slash > 0 && matches(glob, locus.substring(0, slash));
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(Stream.of(glob.split("\\*+", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }
}
