package dev.mltest.library.activation;

import dev.mltest.evidence.LayersEvidence;
import dev.mltest.evidence.LayersEvidence.Units;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The units of one layer over all seeds under which part of it is alive.
 *
 * @param name of the layer
 * @param seen one entry for each of these seeds
 */
record StuckUnits(String name, List<Units> seen) {

    /** All layers that are partly alive under some seed, in forward order. */
    static List<StuckUnits> of(List<LayersEvidence> evidence) {
        return evidence.get(0).units().stream()
                .map(first -> of(first.layer(), evidence))
                .filter(layer -> !layer.seen().isEmpty())
                .toList();
    }

    private static StuckUnits of(String name, List<LayersEvidence> evidence) {
        return new StuckUnits(
                name,
                evidence.stream()
                        .flatMap(look -> look.units().stream())
                        .filter(units -> units.layer().equals(name))
                        .filter(units -> units.stuck() < units.fed())
                        .toList());
    }

    int fed() {
        return sum(Units::fed);
    }

    int stuck() {
        return sum(Units::stuck);
    }

    int low() {
        return sum(Units::low);
    }

    double least() {
        return seen.stream().mapToDouble(Units::least).min().orElse(Double.NaN);
    }

    double share() {
        return stuck() / (double) fed();
    }

    private int sum(ToIntFunction<Units> figure) {
        return seen.stream().mapToInt(figure).sum();
    }
}
