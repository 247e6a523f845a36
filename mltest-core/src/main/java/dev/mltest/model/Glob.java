package dev.mltest.model;

import java.util.regex.Pattern;

/**
 * A pattern over slash-separated paths: {@code *} stands for any characters within a segment,
 * {@code **} for any characters at all, {@code ?} for one character; everything else for itself.
 *
 * @param text the pattern
 */
public record Glob(String text) {

    /** Whether the whole path matches. */
    public boolean matches(String path) {
        return Pattern.matches(regex(), path);
    }

    private String regex() {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean any = text.startsWith("**", i);
            regex.append(any ? ".*" : part(text.charAt(i)));
            i += any ? 1 : 0;
        }
        return regex.toString();
    }

    private static String part(char character) {
        return switch (character) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(String.valueOf(character));
        };
    }
}
