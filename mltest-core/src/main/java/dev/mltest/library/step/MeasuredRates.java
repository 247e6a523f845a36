package dev.mltest.library.step;

import dev.mltest.evidence.ScheduleEvidence;
import dev.mltest.evidence.ScheduleEvidence.Step;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares the lengths of updates with what declared rates make of them, up to a factor. */
final class MeasuredRates {

    private static final double NEAR = 0.02;
    private static final double SAME = 1e-4;
    private static final double CONTRAST = 0.1;
    private static final double FORGOTTEN = 1e-3;

    private final ScheduleEvidence evidence;
    private final List<Step> steps;
    private final double[] rates;
    private final int reference;
    private final double tolerance;

    MeasuredRates(ScheduleEvidence evidence) {
        this.evidence = evidence;
        this.steps = evidence.steps();
        this.rates = steps.stream().mapToDouble(Step::declared).toArray();
        this.reference = reference(rates, 0);
        this.tolerance = Math.min(NEAR, spread() / 5);
    }

    /** The first step that moves something and should, or -1. */
    int reference() {
        return reference;
    }

    /** Whether equal updates would be outside of what is allowed at some step. */
    boolean tellRatesApart() {
        return IntStream.range(0, rates.length)
                .anyMatch(step -> Math.abs(1 - declared(step))
                        > 2 * allowed(declared(step), step, reference));
    }

    /** Whether updates on another batch were seen to leave nothing behind. */
    boolean forget() {
        return evidence.contrast() >= CONTRAST
                && evidence.carried() <= FORGOTTEN * evidence.contrast();
    }

    /** Whether all updates have one length. */
    boolean stayTheSame() {
        return IntStream.range(0, rates.length).allMatch(this::isAsLongAsTheReference);
    }

    /** Whether a step is as long as the reference. */
    boolean isAsLongAsTheReference(int step) {
        double rounding = 2 * (rounding(step) + rounding(reference)) / length(reference);
        return Math.abs(measured(step) - 1) <= SAME + rounding;
    }

    /** Length of an update over that of the reference. */
    double measured(int step) {
        return length(step) / length(reference);
    }

    /** Declared rate of a step over that of the reference. */
    double declared(int step) {
        return rates[step] / rates[reference];
    }

    /** How far the ratio of a step may be off. */
    double allowed(int step) {
        return allowed(declared(step), step, reference);
    }

    /** The first step whose update is not in proportion to its rate. */
    int firstDeviation() {
        return IntStream.range(0, rates.length)
                .filter(step -> !(Math.abs(measured(step) - declared(step)) <= allowed(step)))
                .findFirst()
                .orElse(reference);
    }

    /** What makes these lengths of the declared rates, if anything does. */
    Optional<RateMemory> memory() {
        return Arrays.stream(RateMemory.values())
                .filter(memory -> memory == RateMemory.NONE || !forget())
                .filter(memory -> memory.lengths(rates)
                        .anyMatch(lengths -> explains(lengths, 0, lengths.length)))
                .findFirst();
    }

    /** Whether lengths are in proportion to rates of so many steps before. */
    boolean follow(int late) {
        int from = Math.max(0, late);
        int to = Math.min(rates.length, rates.length + late);
        double[] shifted = new double[rates.length];
        IntStream.range(from, to).forEach(step -> shifted[step] = rates[step - late]);
        return explains(shifted, from, to);
    }

    private boolean explains(double[] lengths, int from, int to) {
        int base = reference(lengths, from);
        return base >= 0
                && IntStream.range(from, to).allMatch(step -> {
                    double ratio = lengths[step] / lengths[base];
                    double off = Math.abs(length(step) / length(base) - ratio);
                    return off <= allowed(ratio, step, base);
                });
    }

    private double allowed(double ratio, int step, int base) {
        double rounding = 2 * (rounding(step) + ratio * rounding(base)) / length(base);
        return tolerance * ratio + rounding;
    }

    private int reference(double[] lengths, int from) {
        return IntStream.range(from, lengths.length)
                .filter(step -> lengths[step] > 0 && length(step) > 0)
                .findFirst()
                .orElse(-1);
    }

    private double spread() {
        return reference < 0
                ? 0
                : IntStream.range(0, rates.length)
                        .mapToDouble(step -> Math.abs(1 - declared(step)))
                        .max()
                        .orElse(0);
    }

    private double length(int step) {
        return steps.get(step).length();
    }

    private double rounding(int step) {
        return steps.get(step).rounding();
    }
}
