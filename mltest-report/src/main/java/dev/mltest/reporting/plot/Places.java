package dev.mltest.reporting.plot;

import dev.mltest.model.Numbers;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures for each parameter or layer, on a logarithmic axis; 0 and what is not finite stand apart.
 *
 * @param caption what stands beside it
 * @param x what is measured
 * @param places in the order of a forward pass
 * @param series the figures
 */
public record Places(Caption caption, String x, List<String> places, List<Series> series)
        implements Plot {

    /** Keeps its own copies. */
    public Places {
        places = List.copyOf(places);
        series = List.copyOf(series);
    }

    /**
     * One figure for each place.
     *
     * @param name of the figure
     * @param values in the order of the places
     */
    public record Series(String name, List<Double> values) {

        /** Keeps its own copy. */
        public Series {
            values = List.copyOf(values);
        }
    }

    @Override
    public Table table() {
        List<String> headers = new ArrayList<>(List.of("place"));
        series.forEach(one -> headers.add(one.name()));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(places.get(i)));
            for (Series one : series) {
                cells.add(Numbers.text(one.values().get(i)));
            }
            rows.add(cells);
        }
        return new Table(headers, rows);
    }
}
