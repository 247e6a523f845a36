package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

/**
 * Outputs that a model would give if it knew the targets, or knew nothing, or had everything wrong.
 *
 * @param perfect the targets as outputs
 * @param neutral the same for every example
 * @param opposite the targets turned round
 */
record ConstructedOutputs(ArrayTensor perfect, ArrayTensor neutral, ArrayTensor opposite) {

    private static final double SURE = 8;

    static ConstructedOutputs of(Task task, NamedTensors outputs, Batch batch) {
        if (outputs.size() != 1) {
            throw new NotAvailableException(
                    "the model has %d outputs, and nothing says which of them is measured"
                            .formatted(outputs.size()));
        }
        Shape shape = outputs.first().shape();
        if (task instanceof Task.Classification of) {
            return ofClasses(shape, batch.target(), of.classes(), of.form());
        }
        if (task instanceof Task.LanguageModel of) {
            return ofClasses(shape, batch.target(), of.vocabulary(), Task.OutputForm.LOGITS);
        }
        if (task instanceof Task.MultiLabel of) {
            return ofLabels(fitting(shape, batch.target()), of.form());
        }
        if (task instanceof Task.Regression || task instanceof Task.Reconstruction) {
            return ofValues(fitting(shape, batch.target()));
        }
        throw new NotAvailableException(
                "nothing says which outputs are right for the task %s".formatted(task.describe()));
    }

    private static ConstructedOutputs ofClasses(
            Shape shape, ArrayTensor target, int classes, Task.OutputForm form) {
        boolean indices = (long) target.length() * classes == shape.elements();
        ArrayTensor flat = indices ? target.reshaped(Shape.of(target.length())) : target;
        ArrayTensor rows = fitting(shape, OneHot.of(flat, classes));
        if (form == Task.OutputForm.PROBABILITIES) {
            double rest = 1.0 / (classes - 1);
            return new ConstructedOutputs(
                    rows.map(ConstructedOutputs::nearly),
                    rows.map(x -> 1.0 / classes),
                    rows.map(x -> nearly((1 - x) * rest)));
        }
        return new ConstructedOutputs(
                rows.map(x -> SURE * (2 * x - 1)),
                rows.map(x -> 0),
                rows.map(x -> SURE * (1 - 2 * x)));
    }

    private static ConstructedOutputs ofLabels(ArrayTensor labels, Task.OutputForm form) {
        return form == Task.OutputForm.PROBABILITIES
                ? new ConstructedOutputs(
                        labels.map(ConstructedOutputs::nearly),
                        labels.map(x -> 0.5),
                        labels.map(x -> nearly(1 - x)))
                : new ConstructedOutputs(
                        labels.map(x -> SURE * (2 * x - 1)),
                        labels.map(x -> 0),
                        labels.map(x -> SURE * (1 - 2 * x)));
    }

    /** Within 0 and 1, so that logarithms stay finite. */
    private static double nearly(double label) {
        return 0.001 + 0.998 * label;
    }

    private static ConstructedOutputs ofValues(ArrayTensor target) {
        double mean = target.summary().mean();
        return new ConstructedOutputs(target, target.map(x -> mean), target.map(x -> 2 * mean - x));
    }

    private static ArrayTensor fitting(Shape shape, ArrayTensor values) {
        if (shape.elements() != values.length()) {
            throw new NotAvailableException(
                    "outputs %s cannot be made of targets %s".formatted(shape, values.shape()));
        }
        return values.reshaped(shape);
    }
}
