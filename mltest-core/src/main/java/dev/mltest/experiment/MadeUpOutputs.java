package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Task;
import dev.mltest.model.Tensor;

import java.util.List;
import java.util.Optional;

/**
 * Outputs to try a loss with.
 *
 * @param task what the model is for
 * @param outputs what the model itself gave
 * @param targets one number for each element of the only output, if that is known
 */
record MadeUpOutputs(Task task, NamedTensors outputs, Optional<ArrayTensor> targets) {

    static MadeUpOutputs of(Task task, Batch batch, NamedTensors outputs) {
        MadeUpOutputs made =
                new MadeUpOutputs(task, outputs, TargetNumbers.of(task, batch, outputs));
        if (made.names().isEmpty()) {
            throw new NotAvailableException("the model has no output of floating-point numbers");
        }
        return made;
    }

    /** The outputs that can be made up. */
    List<String> names() {
        return outputs.names().stream()
                .filter(name -> outputs.get(name).elementType().isFloating())
                .filter(name -> outputs.get(name).shape().rank() > 0)
                .toList();
    }

    ElementType typeOf(String name) {
        return outputs.get(name).elementType();
    }

    NamedTensors inDoublePrecision() {
        return outputs.map((name, output) -> output.elementType().isFloating()
                ? output.toArray().as(ElementType.FLOAT64)
                : output);
    }

    /** What may find out the loss by its formula. */
    Optional<KnownLoss> known() {
        Tensor output = outputs.first();
        return targets.map(
                numbers -> new KnownLoss(task, numbers, width(output), output.elementType()));
    }

    List<OutputPattern> patterns(String name) {
        Tensor output = outputs.get(name);
        return targets.map(numbers -> OutputPattern.of(task, numbers, width(output)))
                .orElseGet(() -> OutputPattern.ofUnknown(output.toArray(), width(output)));
    }

    private static int width(Tensor output) {
        return (int) output.shape().size(-1);
    }
}
