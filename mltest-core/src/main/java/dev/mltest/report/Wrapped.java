package dev.mltest.report;

import java.util.StringJoiner;

/** Breaks text at spaces so that no line is wider than 100 columns. */
final class Wrapped {

    private static final int WIDTH = 100;

    private Wrapped() {}

    /** Continuation lines are indented like the first. */
    static void add(StringJoiner lines, String indent, String text) {
        wrap(lines, indent, indent, text);
    }

    /** Continuation lines stand below the text, not below its mark. */
    static void addItem(StringJoiner lines, String mark, String text) {
        wrap(lines, mark, " ".repeat(mark.length()), text);
    }

    private static void wrap(StringJoiner lines, String first, String next, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line);
                line = new StringBuilder(next);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line);
    }
}
