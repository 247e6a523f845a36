package dev.mltest.evidence;

/**
 * What the model's own loss charges for outputs that are right and for outputs that are wrong,
 * handed to it as scores and as probabilities. NaN where the task knows no such outputs.
 *
 * @param rightScores large scores that point at the targets; the targets themselves for real ones
 * @param wrongScores the same pointing away from them
 * @param rightProbabilities probabilities near 1 for the targets
 * @param wrongProbabilities probabilities near 0 for the targets
 * @param guess what guessing costs by theory: log k
 */
public record PerfectOutputsEvidence(
        double rightScores,
        double wrongScores,
        double rightProbabilities,
        double wrongProbabilities,
        double guess)
        implements Evidence {

    private static final double NOTHING = 0.1;

    /** Whether right probabilities cost next to nothing, as they do by a loss that takes them. */
    public boolean takesProbabilities() {
        return rightProbabilities <= NOTHING * guess;
    }

    /** Whether right scores are charged less than right probabilities by more than round-off. */
    public boolean takesScores() {
        return rightScores >= -NOTHING * guess
                && rightProbabilities - rightScores > NOTHING * guess;
    }
}
