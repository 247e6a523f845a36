package dev.mltest.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The reports of several adapters side by side, in Markdown, with the reasons below. */
final class ContractTable {

    private static final Pattern LINE =
            Pattern.compile("( {2})?([^:]+): (holds|not available: .*)");

    private final Map<String, Map<String, String>> cells = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();

    /**
     * A table.
     *
     * @param reports text by the heading of its column
     */
    ContractTable(Map<String, String> reports) {
        reports.forEach((adapter, report) -> cells.put(adapter, cells(report)));
    }

    private Map<String, String> cells(String report) {
        Map<String, String> byDemand = new LinkedHashMap<>();
        String demand = "";
        for (String line : report.lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException("no line of a contract report: " + line);
            }
            String outcome = cell(parts.group(3));
            if (parts.group(1) == null) {
                demand = parts.group(2);
                byDemand.put(demand, outcome);
            } else {
                byDemand.merge(demand, parts.group(2) + " " + outcome, ContractTable::joined);
            }
        }
        return byDemand;
    }

    private static String joined(String before, String exception) {
        return before.equals("yes") ? "yes, but " + exception : before + ", " + exception;
    }

    private String cell(String outcome) {
        if (outcome.equals("holds")) {
            return "yes";
        }
        String reason = outcome.substring("not available: ".length());
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
        return "n/a (%d)".formatted(reasons.indexOf(reason) + 1);
    }

    @Override
    public String toString() {
        TreeSet<String> demands = cells.values().stream()
                .flatMap(column -> column.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return row("demand", List.copyOf(cells.keySet()))
                + "|---".repeat(cells.size() + 1)
                + "|\n"
                + demands.stream().map(this::row).collect(Collectors.joining())
                + notes();
    }

    private String row(String demand) {
        return row(
                demand,
                cells.values().stream()
                        .map(column -> column.getOrDefault(demand, "not run"))
                        .toList());
    }

    private static String row(String head, List<String> rest) {
        return "| " + head + " | " + String.join(" | ", rest) + " |\n";
    }

    private String notes() {
        StringBuilder notes = new StringBuilder("\n");
        for (int i = 0; i < reasons.size(); i++) {
            notes.append("%d. %s%n".formatted(i + 1, reasons.get(i)));
        }
        return notes.toString();
    }
}
