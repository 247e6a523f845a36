package dev.mltest.reporting.plot;

import java.util.List;

/**
 * A plot's figures as text, for screen readers and for copying.
 *
 * @param headers of the columns
 * @param rows cells, as many in each as there are headers; the first one names the row
 */
public record Table(List<String> headers, List<List<String>> rows) {

    /** Keeps its own copies. */
    public Table {
        headers = List.copyOf(headers);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
