package dev.mltest.corpus.score;

/**
 * Youden's J: how often faulty programs raise an alarm less how often correct ones do. 0 for an arm
 * that always fails or never does; 1 for one that is always right.
 *
 * @param alarms on faulty programs
 * @param falseAlarms on correct programs
 */
public record Youden(Rate alarms, Rate falseAlarms) {

    /** J. */
    public double value() {
        return alarms.value() - falseAlarms.value();
    }

    /** Its 95 % interval, by Newcombe's hybrid of score intervals (1998, method 10). */
    public double[] interval() {
        double[] sick = alarms.score();
        double[] well = falseAlarms.score();
        double below = Math.hypot(alarms.value() - sick[0], well[1] - falseAlarms.value());
        double above = Math.hypot(sick[1] - alarms.value(), falseAlarms.value() - well[0]);
        return new double[] {value() - below, value() + above};
    }
}
