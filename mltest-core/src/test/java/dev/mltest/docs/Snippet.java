package dev.mltest.docs;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param page where it is
 * @param line where it starts
 * @param language its info string
 * @param text what it shows
 * @param before the HTML comment right before it, or nothing
 */
record Snippet(Path page, int line, String language, String text, String before) {

    private static final Pattern EXCUSE = Pattern.compile("<!-- not compiled: (.+\\w.+) -->");
    private static final Pattern COMPARED = Pattern.compile("<!-- compared by (\\w+) -->");
    private static final Pattern LEFT_OUT =
            Pattern.compile("(?m)^\\s*(?:\\.\\.\\.|<!-- \\.\\.\\. -->)\\s*$");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    /** Why it comes from no file of the build; empty if it has to. */
    String excuse() {
        Matcher excuse = EXCUSE.matcher(before);
        return excuse.matches() ? excuse.group(1) : "";
    }

    /** The test class that compares it with what really happens; empty if there is none. */
    String comparedBy() {
        Matcher compared = COMPARED.matcher(before);
        return compared.matches() ? compared.group(1) : "";
    }

    /**
     * Whether one of these files holds it, however it is wrapped and indented; a line of dots
     * stands for anything.
     */
    boolean isInAnyOf(List<String> squeezed) {
        List<String> parts = Arrays.stream(LEFT_OUT.split(text))
                .map(Snippet::squeezed)
                .filter(part -> !part.isEmpty())
                .toList();
        return !parts.isEmpty() && squeezed.stream().anyMatch(file -> holds(file, parts));
    }

    private static boolean holds(String file, List<String> parts) {
        int from = 0;
        for (String part : parts) {
            int found = file.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }

    static String squeezed(String text) {
        return WHITE_SPACE.matcher(text).replaceAll("");
    }

    @Override
    public String toString() {
        return "%s:%d (%s)".formatted(Repository.within(page), line, language);
    }
}
