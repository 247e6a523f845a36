package dev.mltest.model;

import java.util.regex.Pattern;

/**
 * The place of a parameter in its model, slash-separated from the outside in, for example
 * {@code encoder/block2/dense/weight}. It is the locus in every message.
 *
 * @param text the path
 */
public record ParameterPath(String text) implements Comparable<ParameterPath> {

    private static final Pattern ALLOWED = Pattern.compile("[^/\\s]+(/[^/\\s]+)*");

    /**
     * Checks the form.
     *
     * @throws ConfigurationException if a segment is empty or contains white space
     */
    public ParameterPath {
        if (!ALLOWED.matcher(text).matches()) {
            throw new ConfigurationException(
                    "'%s' is no parameter path; write segments joined by single slashes"
                            .formatted(text));
        }
    }

    /** The path of this text. */
    public static ParameterPath of(String text) {
        return new ParameterPath(text);
    }

    /** The layer the parameter belongs to: all but the last segment, or empty at the top level. */
    public String layer() {
        int slash = text.lastIndexOf('/');
        return slash < 0 ? "" : text.substring(0, slash);
    }

    /** The last segment. */
    public String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** Whether a glob such as {@code encoder/**} or {@code *}{@code /bias} matches the path. */
    public boolean matches(String glob) {
        return new Glob(glob).matches(text);
    }

    @Override
    public int compareTo(ParameterPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
