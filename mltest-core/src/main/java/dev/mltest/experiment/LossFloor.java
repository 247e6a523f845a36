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
 * soft targets. Found by evaluating the model's own loss on outputs that point at the targets.
 */
final class LossFloor {

    private static final double[] SHARPNESS = {1, 2, 4, 8, 16, 32};

    private LossFloor() {}

    static double of(Differentiable model, Task task, Batch batch, NamedTensors outputs) {
        Tensor like = outputs.first();
        if (outputs.size() != 1) {
            return 0;
        }
        double least = ideal(task, batch.target(), like)
                .map(ideal -> loss(model, batch, outputs, ideal))
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        return Math.max(0, least);
    }

    private static IdealOutputs ideal(Task task, ArrayTensor target, Tensor like) {
        if (task instanceof Task.Classification k) {
            return k.form() == OutputForm.LOGITS
                    ? new IdealOutputs(OneHot.of(target, k.classes()), SHARPNESS)
                    : new IdealOutputs(OneHot.of(target, k.classes()), 1);
        }
        if (task instanceof Task.MultiLabel labels && labels.form() == OutputForm.LOGITS) {
            return new IdealOutputs(target.map(label -> 2 * label - 1), SHARPNESS);
        }
        boolean comparable = target.length() == like.shape().elements();
        return comparable ? new IdealOutputs(target, 1) : new IdealOutputs(target);
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
