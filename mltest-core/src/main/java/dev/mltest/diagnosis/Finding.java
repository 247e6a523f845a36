package dev.mltest.diagnosis;

/**
 * What an experiment said of one possible cause.
 *
 * @param cause a stable name in kebab case
 * @param statement the cause as a clause, for example {@code the update points uphill}
 * @param place where: a parameter path, an input, or a stage such as {@code optimizer}
 * @param standing whether the experiment bore the cause out
 * @param evidence what was measured, as a clause; or why nothing could be
 */
public record Finding(
        String cause, String statement, String place, Standing standing, String evidence) {

    /** What an experiment can say of a cause. */
    public enum Standing {
        /** With the cause taken away, or looked at by itself, the symptom is explained. */
        CONFIRMED,
        /** The experiment came out as it would if the cause were not there. */
        REFUTED,
        /** The experiment could not be made. */
        NOT_EXAMINED
    }
}
