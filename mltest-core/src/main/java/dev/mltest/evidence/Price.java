package dev.mltest.evidence;

/**
 * What an experiment costs, counted in calls of the model. A gradient is one forward and one
 * backward pass; an optimiser step is one of each and an update.
 *
 * @param forwards forward passes
 * @param backwards backward passes
 * @param steps optimiser updates
 * @param copies most copies of all parameters held at one time
 */
public record Price(long forwards, long backwards, long steps, int copies) {

    /** Costs nothing. */
    public static final Price FREE = new Price(0, 0, 0, 0);

    /** That many forward passes. */
    public static Price forwards(long count) {
        return new Price(count, 0, 0, 0);
    }

    /** That many gradients: a forward and a backward pass each. */
    public static Price gradients(long count) {
        return new Price(count, count, 0, 0);
    }

    /** That many optimiser steps: a forward pass, a backward pass and an update each. */
    public static Price steps(long count) {
        return new Price(count, count, count, 1);
    }

    /** Both together, one after the other. */
    public Price plus(Price other) {
        return new Price(
                forwards + other.forwards,
                backwards + other.backwards,
                steps + other.steps,
                Math.max(copies, other.copies));
    }

    /** What was added since an earlier count. */
    public Price minus(Price earlier) {
        return new Price(
                forwards - earlier.forwards,
                backwards - earlier.backwards,
                steps - earlier.steps,
                copies);
    }

    /** The same thing several times. */
    public Price times(long times) {
        return new Price(forwards * times, backwards * times, steps * times, copies);
    }

    /** The larger of both in every respect. */
    public static Price larger(Price one, Price other) {
        return new Price(
                Math.max(one.forwards, other.forwards),
                Math.max(one.backwards, other.backwards),
                Math.max(one.steps, other.steps),
                Math.max(one.copies, other.copies));
    }

    /** Whether this is no more than another price in any respect. */
    public boolean isWithin(Price limit) {
        return forwards <= limit.forwards && backwards <= limit.backwards && steps <= limit.steps;
    }

    /** For example {@code 12 F 12 B 6 S}: forwards, backwards, steps. */
    @Override
    public String toString() {
        return "%d F %d B %d S".formatted(forwards, backwards, steps);
    }
}
