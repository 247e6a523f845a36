package dev.mltest.preflight;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a sanity run is.
 *
 * @param next what comes next: the id of a check, or {@code diagnosis}
 * @param number which of all checks under all seeds that is, from 1
 * @param of how many there are
 * @param elapsed since the start
 * @param left about how long the rest will take, judged by what the checks before took and what
 *     those to come may cost at most, and no longer than the budget; nothing if that is not known
 * @param soFar what has come of the run until now
 */
public record Progress(
        String next,
        int number,
        int of,
        Duration elapsed,
        Optional<Duration> left,
        PreflightResult soFar) {}
