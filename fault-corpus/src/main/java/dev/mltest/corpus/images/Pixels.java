package dev.mltest.corpus.images;

import dev.mltest.corpus.oracle.Distance;
import dev.mltest.corpus.oracle.Measured;
import dev.mltest.model.Dataset;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What the pictures look like at the end of the pipeline. */
final class Pixels {

    private Pixels() {}

    static Measured largest() {
        return Measured.by(
                "largest training input",
                program ->
                        Arrays.stream(values(program.data().training())).max().orElse(0));
    }

    static Measured smallest() {
        return Measured.by(
                "smallest training input",
                program ->
                        Arrays.stream(values(program.data().training())).min().orElse(0));
    }

    static Measured spread() {
        return Measured.by(
                "standard deviation of the training inputs",
                program -> deviation(values(program.data().training())));
    }

    static Measured differentValues() {
        return Measured.by(
                "different values among the training inputs",
                program -> Arrays.stream(values(program.data().training()))
                        .distinct()
                        .count());
    }

    static Measured validationScale() {
        return Measured.by(
                "standard deviation of validation inputs against training inputs",
                program -> deviation(values(program.data().validation()))
                        / deviation(values(program.data().training())));
    }

    static Measured validationUnrest() {
        return Measured.by(
                "largest difference between two readings of the validation inputs", program -> {
                    Dataset validation = program.data().validation();
                    return Distance.between(values(validation), values(validation));
                });
    }

    static double deviation(double... values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    static double mean(double... values) {
        return Arrays.stream(values).average().orElse(0);
    }

    static double[] values(Dataset dataset) {
        int[] all = IntStream.range(0, dataset.size()).toArray();
        return dataset.examples(all).input("input").toDoubles();
    }
}
