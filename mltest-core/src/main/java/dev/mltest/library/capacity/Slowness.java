package dev.mltest.library.capacity;

import dev.mltest.evidence.OverfitEvidence.Curve;
import dev.mltest.evidence.OverfitEvidence.Point;
import dev.mltest.evidence.TrainingEvidence;
import dev.mltest.model.Numbers;

import java.util.List;

/**
 * Tells a run that is stuck from one that is slow. Slow: its last third closed at least a twentieth
 * of what was left to the goal, or fell noticeably (by a hundredth of the range) at no less than
 * half the pace of the third before, or the loss has hardly moved at all. Stuck: it came down and
 * then no further, or it rose. Pace is measured in inference mode; a rise must show in both modes,
 * since running statistics alone can lift the loss in inference mode.
 *
 * @param curve the run
 * @param goal loss that would do
 * @param range distance from chance to floor
 */
record Slowness(Curve curve, double goal, double range) {

    private static final double CLOSED = 0.05;
    private static final double HARDLY = 0.02;
    private static final double NOTICEABLE = 0.01;
    private static final double SAME_PACE = 0.5;

    /** Of a training on its way to a goal. */
    static Slowness of(TrainingEvidence run, double goal) {
        List<Point> points = run.looks().stream()
                .map(look -> new Point(look.step(), look.loss(), look.trainingLoss()))
                .toList();
        double range = Math.abs(run.start().loss() - goal);
        return new Slowness(new Curve(run.steps(), points), goal, range);
    }

    boolean isMerelySlow() {
        boolean still = curve.start() - curve.bestUntil(1) <= HARDLY * range;
        boolean nearing =
                lastFall() > 0 && lastFall() >= CLOSED * (curve.bestUntil(2 / 3.0) - goal);
        return !rose() && (still || nearing || isSteady());
    }

    private boolean isSteady() {
        double fallBefore = curve.bestUntil(1 / 3.0) - curve.bestUntil(2 / 3.0);
        return lastFall() > NOTICEABLE * range && lastFall() >= SAME_PACE * fallBefore;
    }

    /** Why it cannot be judged. */
    String describe() {
        double pace = lastFall() / (curve.steps() / 3.0);
        return pace <= 0
                ? "the loss hardly moved in %d steps; the learning rate is too low to tell"
                        .formatted(curve.steps())
                : "still falling at %s a step after %d steps; at that pace it would take about %s more"
                        .formatted(
                                Numbers.text(pace),
                                curve.steps(),
                                Numbers.text(Math.ceil((curve.bestUntil(1) - goal) / pace)));
    }

    private double lastFall() {
        return curve.bestUntil(2 / 3.0) - curve.bestUntil(1);
    }

    /** A run that left the numbers rose, however soon it did. */
    private boolean rose() {
        if (!Double.isFinite(curve.end())) {
            return true;
        }
        boolean inInference = !(curve.end() - curve.start() <= HARDLY * range);
        return inInference && !(curve.trainingRise() <= HARDLY * range);
    }
}
