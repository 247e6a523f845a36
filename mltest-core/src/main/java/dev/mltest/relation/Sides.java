package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import java.util.function.Function;

/**
 * Both sides of a relation, for an {@link Expectation} to compare.
 *
 * @param inputs x, a batch of N examples
 * @param output f(x), its axis 0 running over the examples
 * @param drawn t, the drawn change
 * @param changed the inputs that the model was asked about next, t(x) as a rule
 * @param actual f of these
 * @param model f, for an expectation that has to ask once more
 */
public record Sides(
        Batch inputs,
        ArrayTensor output,
        Transformation.Drawn drawn,
        Batch changed,
        ArrayTensor actual,
        Function<Batch, ArrayTensor> model) {}
