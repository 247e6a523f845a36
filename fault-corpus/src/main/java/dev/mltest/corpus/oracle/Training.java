package dev.mltest.corpus.oracle;

import dev.mltest.corpus.program.Confirmation;
import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;

/** Oracles that train programs to the end. */
public final class Training {

    private static final int SEEDS = 10;
    private static final int FEW = 3;
    private static final double SIGNIFICANCE = 0.05;
    private static final double EFFECT = 0.5;

    private Training() {}

    /**
     * The edited program ends with a lower validation score than its twin: over ten seeds each, by
     * a one-sided Mann-Whitney test at 5 % and an effect size (Cohen's d) of at least 0.5.
     */
    public static Oracle scoresLower() {
        return worse("validation score", Training::finalScore);
    }

    /** The same test on a figure of the trained program that is lower when things are worse. */
    public static Oracle worse(String figure, ToDoubleBiFunction<Program, Run> measure) {
        return (edited, twin) -> compare(
                figure,
                TrainedFigures.of(edited, SEEDS, measure),
                TrainedFigures.ofTwin(twin, figure, SEEDS, measure));
    }

    /** A correct program beats the best outputs that ignore the input, under three seeds. */
    public static Oracle learns() {
        return (edited, twin) -> {
            double[] scores = TrainedFigures.of(edited, FEW, Training::finalScore);
            double trivial = edited.data().trivialScore();
            double worst = Arrays.stream(scores).min().orElse(Double.NaN);
            return new Confirmation(
                    worst > trivial,
                    String.format(
                            Locale.ROOT,
                            "worst validation score of %d seeds: %.3f; without looking: %.3f",
                            FEW,
                            worst,
                            trivial));
        };
    }

    private static double finalScore(Program program, Run run) {
        return program.score(run, program.data().validation());
    }

    private static Confirmation compare(String figure, double[] edited, double[] twin) {
        double p = MannWhitneyUTest.withDefaults()
                .with(AlternativeHypothesis.LESS_THAN)
                .test(finite(edited), finite(twin))
                .getPValue();
        double effect = effect(finite(edited), finite(twin));
        return new Confirmation(
                p < SIGNIFICANCE && effect >= EFFECT,
                String.format(
                        Locale.ROOT,
                        "%s over %d seeds: median %.3f, in the twin %.3f (p = %.2g, d = %.2f)",
                        figure,
                        SEEDS,
                        median(edited),
                        median(twin),
                        p,
                        effect));
    }

    /** A training that ended in NaN is worse than any other. */
    private static double[] finite(double[] values) {
        return Arrays.stream(values)
                .map(value -> Double.isFinite(value) ? Math.max(value, -1e6) : -1e6)
                .toArray();
    }

    private static double effect(double[] edited, double[] twin) {
        double spread = Math.sqrt((variance(edited) + variance(twin)) / 2);
        double difference = mean(twin) - mean(edited);
        return spread == 0 ? Math.signum(difference) * 100 : difference / spread;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
