package dev.mltest.experiment;

import dev.mltest.model.Batch;
import dev.mltest.model.DeclaredPadding;
import dev.mltest.model.Differentiable;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import java.util.Optional;

/**
 * A target that runs over the positions of an input whose padding is declared.
 *
 * @param declared the declaration
 * @param input the input
 * @param target the target, its padding that of the input
 * @param axis of the target that runs over positions
 */
record AlignedTarget(DeclaredPadding declared, PaddedInput input, PaddedTarget target, int axis) {

    /** Nothing if no output runs over positions, or the target does not. */
    static Optional<AlignedTarget> of(
            Bench bench, Batch batch, DeclaredPadding declared, String name) {
        PaddedInput input = PaddedInput.of(batch, declared).get(0);
        AlignedBatch aligned = new AlignedBatch(batch, input.name(), input.axis());
        Differentiable model = bench.differentiable();
        NamedTensors outputs = SteadyOutputs.predicted(model, batch);
        String output = outputs.names().get(0);
        int outputAxis = OutputPositions.of(model, aligned, outputs).axis(output);
        if (outputAxis < 1) {
            return Optional.empty();
        }
        PaddedTarget target = new PaddedTarget(batch, name, false, input.padding());
        Shape shape = outputs.get(output).shape();
        int axis = target.axis(aligned.length(), shape, outputAxis);
        return axis == 0
                ? Optional.empty()
                : Optional.of(new AlignedTarget(declared, input, target, axis));
    }

    /** The examples of a part of it, with so many positions of padding more. */
    Batch longer(PaddedTarget part, int more) {
        PaddedInput own =
                PaddedInput.of(part.batch(), declared.of(input.name())).get(0);
        PaddedExamples examples = PaddedExamples.of(part.batch(), own);
        int length = examples.aligned().length();
        int shift = own.padding().isInFront() ? more : 0;
        return examples.aligned()
                .rearranged(
                        length + more, MorePadding.of(examples, length, shift), part.name(), axis);
    }
}
