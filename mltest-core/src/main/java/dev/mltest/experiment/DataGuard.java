package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.model.Tensor;

/** Refuses data on which no verdict would mean anything. */
final class DataGuard {

    private DataGuard() {}

    static Batch checked(ModelUnderTest subject, Batch batch) {
        if (batch.size() < 2) {
            throw new ConfigurationException(
                    "model '%s': a batch of the training data has %d examples, but checks compare"
                                    .formatted(subject.name(), batch.size())
                            + " examples; give .trainingData(...) at least two");
        }
        requireFinite(subject, "input", batch.inputs());
        requireFinite(subject, "target", batch.targets());
        if (!batch.targets().isEmpty()) {
            requireLegalTargets(subject, batch.target());
        }
        return batch;
    }

    private static void requireFinite(ModelUnderTest subject, String kind, NamedTensors tensors) {
        for (var entry : tensors.asMap().entrySet()) {
            Tensor tensor = entry.getValue();
            if (tensor.summary().nonFinite() > 0) {
                throw new ConfigurationException(
                        "model '%s': %s '%s' %s holds %s in example %d of the batch; clean the data"
                                .formatted(
                                        subject.name(),
                                        kind,
                                        entry.getKey(),
                                        tensor.shape(),
                                        firstNonFinite(tensor.toArray()),
                                        rowOfFirstNonFinite(tensor.toArray())));
            }
        }
    }

    private static void requireLegalTargets(ModelUnderTest subject, ArrayTensor target) {
        Task task = subject.task();
        if (task instanceof Task.Classification k
                && !isOneRowPerClass(target.shape(), k.classes())) {
            requireClasses(subject, k.classes(), target);
        }
        if (task instanceof Task.LanguageModel language) {
            requireClasses(subject, language.vocabulary(), target);
        }
        if (task instanceof Task.MultiLabel
                && (target.summary().min() < 0 || target.summary().max() > 1)) {
            throw new ConfigurationException(
                    "model '%s': the labels of %s lie between 0 and 1, but reach from %s to %s"
                            .formatted(
                                    subject.name(),
                                    task.describe(),
                                    plain(target.summary().min()),
                                    plain(target.summary().max())));
        }
    }

    private static void requireClasses(ModelUnderTest subject, int classes, ArrayTensor target) {
        for (int i = 0; i < target.length(); i++) {
            double label = target.get(i);
            if (label < 0 || label >= classes || label != Math.rint(label)) {
                throw new ConfigurationException(
                        "model '%s': label %s is none of the %d classes, which are numbered 0 to %d;"
                                        .formatted(
                                                subject.name(), plain(label), classes, classes - 1)
                                + " number the labels from 0 or correct Task.classification(...)");
            }
        }
    }

    private static boolean isOneRowPerClass(Shape shape, int classes) {
        return shape.rank() == 2 && shape.size(1) == classes;
    }

    private static String plain(double label) {
        return label == Math.rint(label) ? Long.toString((long) label) : Double.toString(label);
    }

    private static int firstIndex(ArrayTensor tensor) {
        int index = 0;
        while (Double.isFinite(tensor.get(index))) {
            index++;
        }
        return index;
    }

    private static double firstNonFinite(ArrayTensor tensor) {
        return tensor.get(firstIndex(tensor));
    }

    private static int rowOfFirstNonFinite(ArrayTensor tensor) {
        return firstIndex(tensor) / tensor.rowLength();
    }
}
