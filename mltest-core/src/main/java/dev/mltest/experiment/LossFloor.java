package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Task;
import dev.mltest.model.Task.OutputForm;
import dev.mltest.model.Tensor;

import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The smallest loss that any outputs can have on a batch: 0 for most, more with label smoothing or
 * soft targets. Found by evaluating the model's own loss on outputs that point at the targets; NaN
 * if it cannot be told. A custom task has the floor that was stated.
 */
final class LossFloor {

    private static final double[] SHARPNESS = {1, 2, 4, 8, 16, 32};

    private LossFloor() {}

    static double of(Differentiable model, Task task, Batch batch, NamedTensors outputs) {
        if (task instanceof Task.Custom custom) {
            return custom.lowestLoss();
        }
        if (outputs.size() != 1) {
            return Double.NaN;
        }
        double least = ideal(task, batch.target(), outputs.first())
                .map(ideal -> loss(model, batch, outputs, ideal))
                .filter(Double::isFinite)
                .min()
                .orElse(task instanceof Task.Classification ? 0 : Double.NaN);
        return Math.max(0, least);
    }

    private static IdealOutputs ideal(Task task, ArrayTensor target, Tensor like) {
        if (task instanceof Task.Classification k) {
            return ofClasses(target, k.classes(), k.form());
        }
        if (task instanceof Task.LanguageModel language) {
            return ofClasses(ClassLabels.flat(target), language.vocabulary(), OutputForm.LOGITS);
        }
        if (task instanceof Task.MultiLabel labels && labels.form() == OutputForm.LOGITS) {
            return new IdealOutputs(target.map(label -> 2 * label - 1), SHARPNESS);
        }
        boolean comparable = target.length() == like.shape().elements();
        return comparable ? new IdealOutputs(target, 1) : new IdealOutputs(target);
    }

    private static IdealOutputs ofClasses(ArrayTensor target, int classes, OutputForm form) {
        double[] sharpness = form == OutputForm.LOGITS ? SHARPNESS : new double[] {1};
        return new IdealOutputs(OneHot.of(target, classes), sharpness);
    }

    private record IdealOutputs(ArrayTensor direction, double... sharpness) {

        DoubleStream map(ToDoubleFunction<ArrayTensor> loss) {
            return DoubleStream.of(sharpness)
                    .map(factor -> loss.applyAsDouble(direction.map(value -> factor * value)));
        }
    }

    private static double loss(
            Differentiable model, Batch batch, NamedTensors outputs, ArrayTensor ideal) {
        Tensor like = outputs.first();
        if (ideal.length() != like.shape().elements()) {
            return Double.NaN;
        }
        try {
            ArrayTensor typed = ideal.as(like.elementType()).reshaped(like.shape());
            return model.lossOf(NamedTensors.of(outputs.names().get(0), typed), batch);
        } catch (NotAvailableException unavailable) {
            return Double.NaN;
        }
    }
}
