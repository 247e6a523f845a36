package dev.mltest.testing.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was found of every demand: a line for each, followed by one for each carrier that stands
 * out.
 *
 * <pre>
 * gradients move no weight and repeat: holds
 *   cnn: not available: ND4J cannot differentiate batchNorm
 * </pre>
 */
final class ContractOutcomes {

    private final Map<String, Map<String, ContractOutcome>> byDemand = new TreeMap<>();

    synchronized void note(String demand, String carrier, ContractOutcome outcome) {
        byDemand.computeIfAbsent(demand, key -> new LinkedHashMap<>()).put(carrier, outcome);
    }

    synchronized int demands() {
        return byDemand.size();
    }

    @Override
    public synchronized String toString() {
        return byDemand.entrySet().stream()
                .map(entry -> lines(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    private static String lines(String demand, Map<String, ContractOutcome> byCarrier) {
        if (byCarrier.values().stream().distinct().count() == 1) {
            return demand + ": " + byCarrier.values().iterator().next() + "\n";
        }
        return byCarrier.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(ContractOutcome.HOLDS))
                .map(entry -> "  " + entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining("", demand + ": " + head(byCarrier) + "\n", ""));
    }

    private static ContractOutcome head(Map<String, ContractOutcome> byCarrier) {
        return byCarrier.containsValue(ContractOutcome.FAILS)
                ? ContractOutcome.FAILS
                : ContractOutcome.HOLDS;
    }
}
