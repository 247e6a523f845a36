package dev.mltest.library.step;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long updates are under one gradient and changing rates, by what an optimiser remembers. */
enum RateMemory {
    /** Plain descent; Adam, whose averages are both corrected. */
    NONE("each update is in proportion to its rate") {
        @Override
        double update(int step, double rate, double before, double kept) {
            return rate;
        }
    },
    /** Momentum that is multiplied by the rate of now. */
    AVERAGE("momentum outside of which the rate stands") {
        @Override
        double update(int step, double rate, double before, double kept) {
            return rate * (1 - Math.pow(kept, step + 1));
        }
    },
    /** Nesterov's momentum, multiplied by the rate of now. */
    AHEAD("Nesterov's momentum outside of which the rate stands") {
        @Override
        double update(int step, double rate, double before, double kept) {
            return rate * (1 - Math.pow(kept, step + 2));
        }
    },
    /** Momentum of updates, each with the rate of its time. */
    VELOCITY("momentum of updates that keep the rate of their time") {
        @Override
        double update(int step, double rate, double before, double kept) {
            return kept * before + rate;
        }
    },
    /** RMSProp: an average of squares that starts at zero. */
    SQUARES("an average of squares that starts at zero") {
        @Override
        double update(int step, double rate, double before, double kept) {
            return rate / Math.sqrt(1 - Math.pow(kept, step + 1));
        }
    },
    /** AdaGrad. */
    SUM("a sum of squares") {
        @Override
        double update(int step, double rate, double before, double kept) {
            return rate / Math.sqrt(step + 1);
        }
    };

    private static final int FINENESS = 5_000;

    private final String text;

    RateMemory(String text) {
        this.text = text;
    }

    /**
     * Length of an update, up to a factor.
     *
     * @param before that of the step before; 0 at the first
     * @param kept share of its memory that it keeps in a step
     */
    abstract double update(int step, double rate, double before, double kept);

    /** As a clause. */
    String text() {
        return text;
    }

    /** Lengths for these rates, for each share that may be kept. */
    Stream<double[]> lengths(double[] rates) {
        int shares = this == NONE || this == SUM ? 1 : FINENESS;
        return IntStream.range(0, shares)
                .mapToDouble(i -> (i + 0.0) / shares)
                .mapToObj(kept -> lengths(rates, kept));
    }

    private double[] lengths(double[] rates, double kept) {
        double[] before = {0};
        return IntStream.range(0, rates.length)
                .mapToDouble(step -> before[0] = update(step, rates[step], before[0], kept))
                .toArray();
    }
}
