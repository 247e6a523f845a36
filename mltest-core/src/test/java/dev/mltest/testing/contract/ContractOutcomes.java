package dev.mltest.testing.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was found of every property: one line each, for example {@code paths are readable | holds}.
 */
final class ContractOutcomes {

    private final Map<String, Map<String, ContractOutcome>> byProperty = new TreeMap<>();

    synchronized void note(String property, String carrier, ContractOutcome outcome) {
        byProperty.computeIfAbsent(property, key -> new LinkedHashMap<>()).put(carrier, outcome);
    }

    @Override
    public synchronized String toString() {
        return byProperty.entrySet().stream()
                .map(entry -> entry.getKey() + " | " + summary(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String summary(Map<String, ContractOutcome> byCarrier) {
        long distinct = byCarrier.values().stream().distinct().count();
        if (distinct == 1) {
            return byCarrier.values().iterator().next().toString();
        }
        return byCarrier.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(ContractOutcome.HOLDS))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("; ", "holds, but ", ""));
    }
}
