package dev.mltest.evidence;

import dev.mltest.model.Parameter;

import java.util.List;

/**
 * The first updates of the user's own loop beside those of the declared loss and optimiser, from
 * the same parameters and on the same batches.
 *
 * @param noisy whether training draws random numbers, so that updates differ by themselves
 * @param accumulated after how many steps the loop's optimiser acts
 * @param runs how often the loop was started
 * @param references how often the declared optimiser was, for each start of the loop
 * @param updates what was done to each parameter, update by update, in forward order; of several
 *     starts the one at which loop and declared optimiser agree best
 * @param ranks for each start and update, where the loop's update lies
 */
public record LoopStepsEvidence(
        boolean noisy,
        int accumulated,
        int runs,
        int references,
        List<ParameterUpdate> updates,
        List<UpdateRank> ranks)
        implements Evidence {

    /** Keeps its own copies. */
    public LoopStepsEvidence {
        updates = List.copyOf(updates);
        ranks = List.copyOf(ranks);
    }

    /**
     * One parameter after one update.
     *
     * @param update which one, from 1
     * @param parameter which parameter
     * @param distance largest difference between loop and declared optimiser
     * @param spread largest difference among repeats of the declared optimiser whose starts were
     *     moved by one unit of round-off, and whose noise is another if there is any
     * @param declared norm of the declared optimiser's way from the start
     * @param ratio the loop's way from the start over the declared one's
     * @param roundOff spacing of numbers of the parameter's type at its largest element, or at the
     *     largest move of any, if that is more
     */
    public record ParameterUpdate(
            int update,
            Parameter parameter,
            double distance,
            double spread,
            double declared,
            double ratio,
            double roundOff) {

        private static final double REPEATS = 16;
        private static final double UNITS = 16;

        /** How far round-off, as it was measured, may move an element. */
        public double allowed() {
            return REPEATS * spread + UNITS * roundOff;
        }

        /** The distance in units of what is allowed; infinite if it is no number. */
        public double excess() {
            return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance / allowed();
        }
    }

    /**
     * One start and update, where training is noisy.
     *
     * @param run which start of the loop
     * @param update which update, from 1
     * @param outermost whether the loop's update is the one farthest from the middle of all
     * @param innermost whether it is the one nearest to it
     * @param ratio mean over the parameters of the loop's way over the declared one's
     */
    public record UpdateRank(
            int run, int update, boolean outermost, boolean innermost, double ratio) {}
}
