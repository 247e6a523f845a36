package dev.mltest.evidence;

/**
 * What training on some batches teaches about others, and whether labels dealt out at random are
 * learnt as well.
 *
 * @param unseen smallest mean loss, during training, on examples not trained on
 * @param seen mean loss in the last steps on the examples trained on
 * @param dealt the same with each label given to another example of its batch
 * @param chance loss of the best outputs that do not depend on the input, on the unseen examples;
 *     NaN if unknown
 * @param steps steps taken in each training
 */
public record AssociationEvidence(
        double unseen, double seen, double dealt, double chance, int steps) implements Evidence {

    private static final double NOTICEABLE = 0.02;
    private static final double LEARNT = 0.1;
    private static final double EASIER = 0.8;

    /** Whether what was trained on was learnt, so that there is something to carry over. */
    public boolean isLearnt() {
        return seen < chance - LEARNT * Math.abs(chance);
    }

    /**
     * Whether none of it carries over, unseen examples being guessed at best, and labels dealt out
     * at random are learnt about as well.
     */
    public boolean isMissing() {
        boolean carriesOver = unseen < chance - NOTICEABLE * Math.abs(chance);
        boolean isEasier = seen < EASIER * dealt;
        return isLearnt() && !carriesOver && !isEasier;
    }
}
