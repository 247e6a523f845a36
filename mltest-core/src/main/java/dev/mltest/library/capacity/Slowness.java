package dev.mltest.library.capacity;

import dev.mltest.evidence.OverfitEvidence.Curve;
import dev.mltest.model.Numbers;

/**
 * Tells a run that is stuck from one that is slow. Stuck: it fell fast and then no more, or rose.
 * Slow: its last third falls at no less than half the pace of its first third, or it has hardly
 * moved at all. Everything is measured in inference mode.
 *
 * @param first fall of the loss in the first third
 * @param last fall of the loss in the last third
 * @param worst rise of the loss over the run, 0 if there is none
 * @param range distance from chance to floor
 * @param steps steps taken
 * @param end loss at the end
 */
record Slowness(double first, double last, double worst, double range, int steps, double end) {

    private static final double SAME_PACE = 0.5;
    private static final double HARDLY = 0.02;

    static Slowness of(Curve curve, double range) {
        double end = curve.bestUntil(1);
        double rise = Double.isFinite(curve.end()) ? curve.end() - curve.start() : range;
        return new Slowness(
                curve.start() - curve.bestUntil(1 / 3.0),
                curve.bestUntil(2 / 3.0) - end,
                Math.max(0, rise),
                range,
                curve.steps(),
                end);
    }

    boolean isMerelySlow() {
        boolean rose = worst > HARDLY * range;
        boolean still = first <= HARDLY * range && last <= HARDLY * range;
        boolean falling = last > 0 && last >= SAME_PACE * first;
        return !rose && (still || falling);
    }

    String describe(double goal) {
        double pace = last / (steps / 3.0);
        return pace <= 0
                ? "the loss hardly moved in %d steps; the learning rate is too low to tell"
                        .formatted(steps)
                : "still falling at %s a step after %d steps; it would take about %s more"
                        .formatted(
                                Numbers.text(pace),
                                steps,
                                Numbers.text(Math.ceil((end - goal) / pace)));
    }
}
