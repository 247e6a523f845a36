package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;

/**
 * Moves targets towards the model's own outputs or away from them. Where errors are squared, the
 * gradient keeps its direction and follows in proportion.
 */
final class ScaledErrors {

    private ScaledErrors() {}

    /** Whether values are estimated. */
    static boolean suit(Task task) {
        return task instanceof Task.Regression || task instanceof Task.Reconstruction;
    }

    /** The outputs in training mode, in the targets' place; none if they are not of their size. */
    static NamedTensors ownOutputs(Bench bench, Trainable model, Batch batch) {
        model.seed(bench.seed());
        NamedTensors outputs = model.scoped(
                () -> model.evaluate(batch, Mode.TRAINING).outputs().toArrays());
        ArrayTensor own = outputs.first().toArray();
        boolean fits = outputs.size() == 1
                && batch.targets().size() == 1
                && own.length() == batch.target().length();
        return fits
                ? NamedTensors.of(
                        batch.targets().names().get(0),
                        own.reshaped(batch.target().shape()))
                : NamedTensors.none();
    }

    /** Targets at the own outputs plus a multiple of what is missed. */
    static Batch times(Batch batch, NamedTensors own, double factor) {
        return batch.withTargets(own.map((name, output) -> {
            ArrayTensor target = batch.target();
            ArrayTensor values = output.toArray();
            return values.plusScaled(target.plusScaled(values, -1), factor)
                    .as(target.elementType());
        }));
    }
}
