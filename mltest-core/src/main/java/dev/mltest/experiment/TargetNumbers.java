package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.Arrays;
import java.util.Optional;

/** Targets as one number for each element of the outputs: labels as 0 and 1. */
final class TargetNumbers {

    private TargetNumbers() {}

    /** Empty if outputs are several, or do not fit the targets, or nothing says how they would. */
    static Optional<ArrayTensor> of(Task task, Batch batch, NamedTensors outputs) {
        if (outputs.size() != 1 || batch.targets().size() != 1 || task instanceof Task.Custom) {
            return Optional.empty();
        }
        Shape shape = outputs.first().shape();
        return numbers(task, batch.target(), shape)
                .filter(numbers -> numbers.length() == shape.elements())
                .map(numbers -> numbers.reshaped(shape));
    }

    private static Optional<ArrayTensor> numbers(Task task, ArrayTensor target, Shape shape) {
        boolean isClasses =
                task instanceof Task.Classification || task instanceof Task.LanguageModel;
        if (!isClasses || target.length() == shape.elements()) {
            return Optional.of(target.as(ElementType.FLOAT64));
        }
        long classes = shape.size(-1);
        boolean areIndices = (long) target.length() * classes == shape.elements()
                && Arrays.stream(target.toDoubles())
                        .allMatch(label -> label >= 0 && label < classes);
        return areIndices ? Optional.of(OneHot.of(flat(target), (int) classes)) : Optional.empty();
    }

    private static ArrayTensor flat(ArrayTensor target) {
        return target.reshaped(Shape.of(target.length()));
    }
}
