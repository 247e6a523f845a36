package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Task;
import dev.mltest.model.Task.OutputForm;
import dev.mltest.model.Tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Constant outputs that are the best ones by theory: the classes' shares for a cross-entropy,
 * pulled towards even ones for smoothed labels; for real targets the mean (squared error, Poisson)
 * and the quantiles (absolute and pinball errors) of each column.
 */
final class ConstantCandidates {

    private static final double[] SHARPNESS = {1, 0.98, 0.95, 0.9, 0.8, 0.5, 0};
    private static final double[] LEVELS = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};
    private static final double SMALLEST = 1e-6;

    private final Task task;
    private final Batch batch;
    private final Tensor like;

    ConstantCandidates(Task task, Batch batch, Tensor like) {
        this.task = task;
        this.batch = batch;
        this.like = like;
    }

    static boolean areProbabilities(Task task) {
        return (task instanceof Task.Classification k && k.form() == OutputForm.PROBABILITIES)
                || (task instanceof Task.MultiLabel labels
                        && labels.form() == OutputForm.PROBABILITIES);
    }

    List<double[]> rows(double pseudoCount) {
        if (task instanceof Task.Classification k) {
            return shares(batch.target(), k.classes(), pseudoCount);
        }
        if (task instanceof Task.LanguageModel language) {
            return shares(ClassLabels.flat(batch.target()), language.vocabulary(), pseudoCount);
        }
        if (task instanceof Task.Custom
                || batch.target().length() != like.shape().elements()) {
            return List.of();
        }
        return task instanceof Task.MultiLabel ? List.of(labels()) : real();
    }

    private List<double[]> shares(ArrayTensor target, int classes, double pseudoCount) {
        double[] shares = ClassLabels.shares(target, classes);
        double labels = ClassLabels.count(target, classes);
        double all = labels + pseudoCount * classes;
        return DoubleStream.of(SHARPNESS)
                .mapToObj(sharp -> Arrays.stream(shares)
                        .map(share -> (share * labels + pseudoCount) / all)
                        .map(share -> sharp * share + (1 - sharp) / classes)
                        .map(asOutput())
                        .toArray())
                .toList();
    }

    private DoubleUnaryOperator asOutput() {
        return areProbabilities(task)
                ? share -> share
                : share -> Math.log(Math.max(share, SMALLEST));
    }

    private double[] labels() {
        return columns(values -> {
            double share = Arrays.stream(values).average().orElse(Double.NaN);
            double safe = Math.min(Math.max(share, SMALLEST), 1 - SMALLEST);
            return areProbabilities(task) ? safe : Math.log(safe / (1 - safe));
        });
    }

    private List<double[]> real() {
        double[] means = columns(values -> Arrays.stream(values).average().orElse(Double.NaN));
        Stream<double[]> quantiles = DoubleStream.of(LEVELS)
                .mapToObj(level -> columns(values -> quantile(values, level)));
        return Stream.concat(Stream.of(means), quantiles).toList();
    }

    private static double quantile(double[] values, double level) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, level * sorted.length)];
    }

    /** What a column of targets comes to. */
    private interface Column {

        double of(double[] values);
    }

    private double[] columns(Column figure) {
        ArrayTensor target = batch.target();
        int width = target.rowLength();
        int rows = target.length() / width;
        return IntStream.range(0, width)
                .mapToDouble(column -> figure.of(IntStream.range(0, rows)
                        .mapToDouble(row -> target.get(row * width + column))
                        .toArray()))
                .toArray();
    }
}
