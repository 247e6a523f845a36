package dev.mltest.corpus.score;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * So many of so many.
 *
 * @param count how many
 * @param of of how many
 */
public record Rate(int count, int of) {

    private static final double ERROR = 0.05;

    /** The rate; NaN of nothing. */
    public double value() {
        return of == 0 ? Double.NaN : count / (double) of;
    }

    /** Its 95 % interval by Clopper and Pearson: never too narrow. */
    public double[] exact() {
        return bounds(BinomialConfidenceInterval.CLOPPER_PEARSON);
    }

    /** Its 95 % interval by Wilson's score, from which differences of rates are bounded. */
    public double[] score() {
        return bounds(BinomialConfidenceInterval.WILSON_SCORE);
    }

    private double[] bounds(BinomialConfidenceInterval method) {
        if (of == 0) {
            return new double[] {0, 1};
        }
        Interval interval = method.fromErrorRate(of, count, ERROR);
        return new double[] {interval.getLowerBound(), interval.getUpperBound()};
    }
}
