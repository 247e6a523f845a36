package dev.mltest.benchmark;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Predictor;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.relation.Relation;

import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A model and what is claimed of it.
 *
 * @param name of both
 * @param holds whether the relation holds by construction
 * @param relation the claim
 * @param inputShape of one example; its values are standard normal
 * @param outputShape of one example
 * @param network draws the weights
 */
record EquivariancePair(
        String name,
        boolean holds,
        Relation relation,
        Shape inputShape,
        Shape outputShape,
        Function<Random, UnaryOperator<float[]>> network) {

    private static final int EXAMPLES = 32;

    /** The same model for the same seed. */
    Predictor model(long seed) {
        return new FloatModel(outputShape.sizes(), network.apply(new Random(seed)));
    }

    /** Examples drawn from this generator. */
    Batch batch(int examples, Random random) {
        long[] sizes = new long[inputShape.rank() + 1];
        sizes[0] = examples;
        System.arraycopy(inputShape.sizes(), 0, sizes, 1, inputShape.rank());
        int count = Math.toIntExact(examples * inputShape.elements());
        ArrayTensor input =
                ArrayTensor.ofFloats(Shape.of(sizes), FloatLayers.weights(random, count, 1));
        return Batch.of(input, ArrayTensor.ofFloats(Shape.of(examples), new float[examples]));
    }

    /** What mltest is given. */
    ModelUnderTest underTest(long seed) {
        return ModelUnderTest.named(name, (drawn, device) -> model(drawn))
                .task(Task.custom("a relation"))
                .trainingData(batch(EXAMPLES, new Random(seed ^ 0x5eed)))
                .build();
    }
}
