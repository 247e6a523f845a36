package dev.mltest.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables that say what each program of the corpus is. */
final class Listings {

    private static final int ID = 0;

    private Listings() {}

    /** Faults and correct programs by id. */
    static Map<String, Listing> all() {
        Map<String, Listing> all = new LinkedHashMap<>();
        for (String table : List.of("faults.csv", "own-faults.csv")) {
            rows(table).forEach(row -> put(all, fault(row)));
        }
        for (String table : List.of("carriers.csv", "correct.csv", "own-correct.csv")) {
            rows(table).forEach(row -> put(all, correct(row)));
        }
        return all;
    }

    private static void put(Map<String, Listing> all, Listing listing) {
        if (all.put(listing.id(), listing) != null) {
            throw new IllegalStateException("two programs are called " + listing.id());
        }
    }

    /** Columns: id, group, carrier, mutation, symptom, origin, checks, engine, tier, needs. */
    private static Listing fault(List<String> row) {
        return new Listing(
                row.get(ID),
                row.get(1),
                row.get(3),
                Arrays.stream(row.get(6).split(",")).map(String::strip).toList(),
                row.get(8),
                row.get(7),
                row.get(9));
    }

    /** Columns: id, carrier, program, naive rule, why it is correct, engine. */
    private static Listing correct(List<String> row) {
        return new Listing(
                row.get(ID),
                "correct",
                row.get(2) + ": " + row.get(4),
                List.of(),
                "",
                row.get(5),
                "-");
    }

    private static List<List<String>> rows(String table) {
        try (InputStream in = Objects.requireNonNull(
                Listings.class.getResourceAsStream(table), () -> "no resource " + table)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(Listings::cells)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cells are separated by commas; quotes protect a comma, two quotes in quotes are one. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                cell.append(quoted && !cell.isEmpty() ? "\"" : "");
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
