package dev.mltest.corpus.arm;

import dev.mltest.model.Numbers;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places at which a rule fires, each with its worst measurement. */
final class Suspects {

    private final Map<String, Suspect> worst = new LinkedHashMap<>();
    private final String quantity;

    /** Of this quantity, to be read before a number. */
    Suspects(String quantity) {
        this.quantity = quantity;
    }

    private record Suspect(String locus, double badness, String measured) {}

    /** Something that is worse the larger it is. */
    void large(String locus, double value) {
        add(locus, value, value);
    }

    /** Something that is worse the smaller it is. */
    void small(String locus, double value) {
        add(locus, -value, value);
    }

    /** Something of which the first to be seen is the worst. */
    void first(String locus, double value) {
        add(locus, 0, value);
    }

    private void add(String locus, double badness, double value) {
        Suspect suspect = new Suspect(
                locus, badness, "%s of %s: %s".formatted(quantity, locus, Numbers.text(value)));
        worst.merge(locus, suspect, (one, other) -> one.badness() >= other.badness() ? one : other);
    }

    /** Nothing if there are no suspects. */
    Optional<Alarm> alarm() {
        List<Suspect> sorted = worst.values().stream()
                .sorted(Comparator.comparingDouble(Suspect::badness).reversed())
                .toList();
        return sorted.stream()
                .findFirst()
                .map(first ->
                        new Alarm(sorted.stream().map(Suspect::locus).toList(), first.measured()));
    }
}
