package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** A family of changes to inputs, of which one is drawn for each case: all cyclic shifts, say. */
public interface Transformation {

    /** What it does, as a noun phrase, for example {@code a flip of axis 3}. */
    String describe();

    /** Draws one change, the same for the same random numbers. */
    Drawn draw(RandomGenerator random);

    /** This one and then another, drawn independently. */
    default Transformation then(Transformation next) {
        return new Composition.Sequence(this, next);
    }

    /**
     * This one together with a companion that is drawn from the same random numbers: features and
     * adjacency of a graph under one permutation. Outputs follow this one.
     */
    default Transformation with(Transformation companion) {
        return new Composition.Companions(this, companion);
    }

    /** The same change of the inputs of these names, and of their masks, instead of the first. */
    default Transformation on(String... inputs) {
        return new Focus(this, List.of(inputs));
    }

    /** The same change of the inputs, where outputs follow as another one, equally drawn, says. */
    default Transformation movingOutputsAs(Transformation outputs) {
        return new Composition.Matched(this, outputs);
    }

    /**
     * One drawn change.
     *
     * @param description what exactly, for example {@code shift of axis 2 by 3}; draws of the same
     *     description are tried once
     * @param onInputs the change of a batch's inputs and, where they belong together, its masks
     * @param onOutput the same change of an output [N x ...], for equivariance
     * @param simpler changes of the same family that are simpler, the simplest first: a shift by 1
     *     for a shift by 7, an exchange of two neighbours for a permutation
     */
    record Drawn(
            String description,
            UnaryOperator<Batch> onInputs,
            UnaryOperator<ArrayTensor> onOutput,
            List<Drawn> simpler) {

        /** Keeps its own copy. */
        public Drawn {
            simpler = List.copyOf(simpler);
        }

        /** A change that cannot be simplified. */
        public Drawn(
                String description,
                UnaryOperator<Batch> onInputs,
                UnaryOperator<ArrayTensor> onOutput) {
            this(description, onInputs, onOutput, List.of());
        }
    }
}
