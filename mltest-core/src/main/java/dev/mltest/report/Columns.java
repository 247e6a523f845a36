package dev.mltest.report;

import java.util.ArrayList;
import java.util.List;

/** Lines up cells of text in columns, three spaces apart. */
final class Columns {

    private static final String GAP = "   ";

    private final List<String[]> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(cells);
    }

    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    boolean isWiderThan(int width) {
        return lines().stream().anyMatch(line -> line.length() > width);
    }

    private String line(String[] cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.length; column++) {
            line.append(column == 0 ? "" : GAP).append(cells[column]);
            if (column < cells.length - 1) {
                line.append(" ".repeat(width(column) - cells[column].length()));
            }
        }
        return line.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(cells -> cells[column].length()).max().orElse(0);
    }
}
