package dev.mltest.corpus.tabular;

import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What can be seen of the data alone. */
final class TableOracles {

    private TableOracles() {}

    /** Validation examples are among the training examples. */
    static Oracle splitsOverlap() {
        return Measured.by("share of validation rows that are also trained on", program -> {
                    Set<List<Double>> training = Set.copyOf(rows(program.data().training()));
                    List<List<Double>> validation = rows(program.data().validation());
                    return validation.stream().filter(training::contains).count()
                            / (double) validation.size();
                })
                .isAbove(0);
    }

    /** Some output is not the target of any training example. */
    static Oracle someOutputIsNeverTarget() {
        return Measured.by("outputs that are never a target", program -> {
                    Batch all = all(program.data().training());
                    Set<Double> targets = new HashSet<>();
                    IntStream.range(0, all.target().length())
                            .forEach(i -> targets.add(all.target().get(i)));
                    return outputs(program) - targets.size();
                })
                .isAbove(0);
    }

    /** One feature alone gives the target. */
    static Oracle oneFeatureTellsAll() {
        return Measured.by("largest correlation of one feature with the class", program -> {
                    Batch all = all(program.data().training());
                    ArrayTensor features = all.inputs().first().toArray();
                    return IntStream.range(0, features.rowLength())
                            .mapToDouble(column -> correlation(
                                    column(features, column), all.target().toDoubles()))
                            .max()
                            .orElse(0);
                })
                .isAbove(0.99);
    }

    private static double outputs(Program program) {
        return NetworkOracles.started(
                program,
                run -> run.predict(program.data().validation().examples(0))
                        .first()
                        .shape()
                        .size(1));
    }

    static Batch all(Dataset examples) {
        return examples.examples(IntStream.range(0, examples.size()).toArray());
    }

    private static List<List<Double>> rows(Dataset examples) {
        ArrayTensor features = all(examples).inputs().first().toArray();
        return IntStream.range(0, examples.size())
                .mapToObj(row -> IntStream.range(0, features.rowLength())
                        .mapToObj(i -> features.get(row * features.rowLength() + i))
                        .toList())
                .collect(Collectors.toList());
    }

    private static double[] column(ArrayTensor features, int column) {
        int width = features.rowLength();
        return IntStream.range(0, features.length() / width)
                .mapToDouble(row -> features.get(row * width + column))
                .toArray();
    }

    private static double correlation(double[] one, double[] other) {
        return Math.abs(covariance(one, other))
                / Math.sqrt(covariance(one, one) * covariance(other, other));
    }

    private static double covariance(double[] one, double[] other) {
        double first = IntStream.range(0, one.length)
                .mapToDouble(i -> one[i])
                .average()
                .orElse(0);
        double second = IntStream.range(0, one.length)
                .mapToDouble(i -> other[i])
                .average()
                .orElse(0);
        return IntStream.range(0, one.length)
                .mapToDouble(i -> (one[i] - first) * (other[i] - second))
                .sum();
    }
}
