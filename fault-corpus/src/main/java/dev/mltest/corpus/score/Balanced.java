package dev.mltest.corpus.score;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The mean of the groups' detection rates, so that a large group does not outweigh a small one.
 *
 * @param groups one rate for each group
 */
public record Balanced(List<Rate> groups) {

    private static final int DRAWS = 4000;

    /** Keeps its own copy. */
    public Balanced {
        groups = groups.stream().filter(rate -> rate.of() > 0).toList();
    }

    /** The mean rate. */
    public double value() {
        return groups.stream().mapToDouble(Rate::value).average().orElse(Double.NaN);
    }

    /**
     * Its central 95 % credible interval: each group's rate has Jeffreys' distribution, Beta(k +
     * 1/2, n - k + 1/2).
     */
    public double[] interval() {
        Random random = new Random(1);
        double[] means = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            means[i] = groups.stream()
                    .mapToDouble(rate -> beta(random, rate))
                    .average()
                    .orElse(Double.NaN);
        }
        Arrays.sort(means);
        return new double[] {means[DRAWS / 40], means[DRAWS - 1 - DRAWS / 40]};
    }

    /** Beta with half-integer parameters: a ratio of sums of squared normal numbers. */
    private static double beta(Random random, Rate rate) {
        double yes = chiSquare(random, 2 * rate.count() + 1);
        double no = chiSquare(random, 2 * (rate.of() - rate.count()) + 1);
        return yes / (yes + no);
    }

    private static double chiSquare(Random random, int degrees) {
        double sum = 0;
        for (int i = 0; i < degrees; i++) {
            double drawn = random.nextGaussian();
            sum += drawn * drawn;
        }
        return sum;
    }
}
