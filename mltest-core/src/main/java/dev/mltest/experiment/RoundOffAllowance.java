package dev.mltest.experiment;

/**
 * How far two evaluations that agree in exact arithmetic may differ. A backward stable computation
 * errs about as much as moving its data by a unit in the last place does (Higham, Accuracy and
 * Stability of Numerical Algorithms, chapter 1), once for each of its steps; errors of steps add up
 * like a random walk. 16 times the largest effect of a few null perturbations so covers 256 steps.
 * One perturbation alone may show next to nothing, where terms cancel.
 */
public final class RoundOffAllowance {

    private static final double SQUARE_ROOT_OF_STEPS = 16;
    private static final double LAST_SUM = 64;

    private RoundOffAllowance() {}

    /**
     * The largest difference that round-off explains.
     *
     * @param noise largest effect of several null perturbations
     * @param unit one unit in the last place of the numbers that are summed up last
     */
    public static double of(double noise, double unit) {
        return SQUARE_ROOT_OF_STEPS * noise + LAST_SUM * unit;
    }
}
