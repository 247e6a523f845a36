package dev.mltest.reporting.gate;

import java.util.stream.Collectors;

/** Text of a user in Markdown, where it stays text. */
final class MarkdownText {

    private static final String HARMLESS = " .,;/%()+-='?";

    private MarkdownText() {}

    /** Everything that Markdown or HTML might understand becomes an entity. */
    static String plain(String text) {
        return text.codePoints().mapToObj(MarkdownText::escaped).collect(Collectors.joining());
    }

    /** As if typed on a machine. */
    static String code(String text) {
        return "<code>" + plain(text) + "</code>";
    }

    private static String escaped(int character) {
        if (character == '\n') {
            return "<br>";
        }
        if (Character.isISOControl(character)) {
            return " ";
        }
        return Character.isLetterOrDigit(character) || HARMLESS.indexOf(character) >= 0
                ? Character.toString(character)
                : "&#" + character + ";";
    }
}
