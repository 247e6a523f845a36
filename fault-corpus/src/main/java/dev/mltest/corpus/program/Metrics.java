package dev.mltest.corpus.program;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Dataset;
import dev.mltest.model.Task;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How good outputs are: accuracy where classes are named, else the explained part of variance. */
final class Metrics {

    private Metrics() {}

    static double of(Task task, ArrayTensor outputs, ArrayTensor targets) {
        if (task instanceof Task.Classification || task instanceof Task.LanguageModel) {
            return accuracy(outputs, targets);
        }
        if (task instanceof Task.MultiLabel labels) {
            double threshold = labels.form() == Task.OutputForm.LOGITS ? 0 : 0.5;
            return agreement(outputs, targets, threshold);
        }
        return explained(outputs.toDoubles(), targets.toDoubles());
    }

    static double trivial(Task task, Dataset examples) {
        ArrayTensor targets =
                examples.examples(IntStream.range(0, examples.size()).toArray()).target();
        if (task instanceof Task.Classification || task instanceof Task.LanguageModel) {
            long[] classes = classes(targets, width(task));
            return Arrays.stream(classes)
                            .map(one -> Arrays.stream(classes)
                                    .filter(other -> other == one)
                                    .count())
                            .max()
                            .orElse(0)
                    / (double) classes.length;
        }
        if (task instanceof Task.MultiLabel) {
            double share = Arrays.stream(targets.toDoubles()).average().orElse(0);
            return Math.max(share, 1 - share);
        }
        return 0;
    }

    private static int width(Task task) {
        return task instanceof Task.Classification of
                ? of.classes()
                : ((Task.LanguageModel) task).vocabulary();
    }

    private static double accuracy(ArrayTensor outputs, ArrayTensor targets) {
        int width = Math.toIntExact(outputs.shape().size(outputs.shape().rank() - 1));
        double[] values = outputs.toDoubles();
        long[] classes = classes(targets, width);
        long right = IntStream.range(0, Math.min(classes.length, values.length / width))
                .filter(i -> argmax(values, i * width, width) == classes[i])
                .count();
        return right / (double) classes.length;
    }

    /** Class indices, whether given as such or as rows of {@code width} shares. */
    private static long[] classes(ArrayTensor targets, int width) {
        double[] values = targets.toDoubles();
        boolean rows = targets.shape().rank() > 1
                && targets.shape().size(targets.shape().rank() - 1) == width
                && Arrays.stream(values).allMatch(value -> value >= 0 && value <= 1);
        return rows
                ? IntStream.range(0, values.length / width)
                        .mapToLong(i -> argmax(values, i * width, width))
                        .toArray()
                : Arrays.stream(values).mapToLong(Math::round).toArray();
    }

    private static int argmax(double[] values, int from, int width) {
        int best = 0;
        for (int i = 1; i < width; i++) {
            if (values[from + i] > values[from + best]) {
                best = i;
            }
        }
        return best;
    }

    private static double agreement(ArrayTensor outputs, ArrayTensor targets, double threshold) {
        double[] values = outputs.toDoubles();
        double[] wanted = targets.toDoubles();
        return IntStream.range(0, wanted.length)
                        .filter(i -> values[i] > threshold == wanted[i] > 0.5)
                        .count()
                / (double) wanted.length;
    }

    private static double explained(double[] outputs, double[] targets) {
        double mean = Arrays.stream(targets).average().orElse(0);
        double left = 0;
        double total = 0;
        for (int i = 0; i < targets.length; i++) {
            left += Math.pow(targets[i] - outputs[i % outputs.length], 2);
            total += Math.pow(targets[i] - mean, 2);
        }
        return 1 - left / total;
    }
}
