package dev.mltest.reporting.plot;

import dev.mltest.model.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A figure for each pair of examples.
 *
 * @param caption what stands beside it
 * @param rows what a row stands for
 * @param columns what a column stands for
 * @param values row by row
 */
public record Matrix(Caption caption, String rows, String columns, List<List<Double>> values)
        implements Plot {

    /** Keeps its own copies. */
    public Matrix {
        values = values.stream().map(List::copyOf).toList();
    }

    @Override
    public Table table() {
        List<String> headers = new ArrayList<>(List.of(rows));
        int width = values.isEmpty() ? 0 : values.get(0).size();
        IntStream.range(0, width).forEach(column -> headers.add(columns + " " + column));
        List<List<String>> cells = new ArrayList<>();
        for (int row = 0; row < values.size(); row++) {
            List<String> line = new ArrayList<>(List.of(String.valueOf(row)));
            values.get(row).forEach(value -> line.add(Numbers.text(value)));
            cells.add(line);
        }
        return new Table(headers, cells);
    }
}
