package dev.mltest.check;

import java.time.Duration;

/**
 * The most that a run may cost. Nothing new is started once it is spent; what is then missing is
 * not applicable.
 *
 * @param time most wall time
 * @param steps most optimiser steps
 */
public record Budget(Duration time, long steps) {

    /** No limit. */
    public static Budget unlimited() {
        return new Budget(Duration.ofDays(365), Long.MAX_VALUE);
    }

    /** That much wall time. */
    public static Budget of(Duration time) {
        return new Budget(time, Long.MAX_VALUE);
    }

    /** This budget with at most so many optimiser steps. */
    public Budget steps(long most) {
        return new Budget(time, most);
    }
}
