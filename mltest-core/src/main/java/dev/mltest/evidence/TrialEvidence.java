package dev.mltest.evidence;

/**
 * What came of training on one small batch with one thing changed, or with nothing changed.
 *
 * @param place where the change was made
 * @param change what was changed, with figures; or why nothing needed to be
 * @param steps steps taken; 0 if there was nothing to change
 * @param start loss before the first step, in training mode
 * @param high loss that a standard start stays below; NaN if unknown
 * @param chance loss of the best outputs that do not depend on the input; NaN if unknown
 * @param floor smallest loss that any outputs can have
 * @param best smallest loss seen, in inference mode
 * @param end loss after the last step, in inference mode
 * @param size norm of all weights after the last step over that before the first
 * @param movement distance of all weights from where they started, over their norm there
 */
public record TrialEvidence(
        String place,
        String change,
        int steps,
        double start,
        double high,
        double chance,
        double floor,
        double best,
        double end,
        double size,
        double movement)
        implements Evidence {

    private static final double LEFT = 0.1;
    private static final double CLEARLY_BETTER = 1 / 3.0;

    /** Whether there was nothing to change, so that nothing was tried. */
    public boolean isIdle() {
        return steps == 0;
    }

    /** Whether at most a tenth of the way from chance to the floor is left at the best. */
    public boolean hasLearnt() {
        double from = Double.isNaN(chance) ? start : chance;
        return from > floor && best <= floor + LEFT * (from - floor);
    }

    /** Whether the loss starts above what a standard start stays below, or is not a number. */
    public boolean startsTooHigh() {
        return !Double.isNaN(high) && !(start <= high);
    }

    /**
     * Whether the change took a symptom away that shows without it: a batch that is not learnt is
     * learnt, leaving at most a third of the loss.
     */
    public boolean curesLearning(TrialEvidence unchanged) {
        boolean clearly = !(left() > CLEARLY_BETTER * unchanged.left());
        return !isIdle() && hasLearnt() && !unchanged.hasLearnt() && clearly;
    }

    /** Whether a loss that starts too high without the change starts where it should with it. */
    public boolean curesStart(TrialEvidence unchanged) {
        return !isIdle() && unchanged.startsTooHigh() && !startsTooHigh();
    }

    private double left() {
        return Double.isNaN(best) ? Double.POSITIVE_INFINITY : Math.max(0, best - floor);
    }
}
