package dev.mltest.benchmark;

import static dev.mltest.benchmark.FloatLayers.attention;
import static dev.mltest.benchmark.FloatLayers.block;
import static dev.mltest.benchmark.FloatLayers.dense;
import static dev.mltest.benchmark.FloatLayers.mean;
import static dev.mltest.benchmark.FloatLayers.onEach;
import static dev.mltest.benchmark.FloatLayers.plus;
import static dev.mltest.benchmark.FloatLayers.tanh;
import static dev.mltest.benchmark.FloatLayers.weights;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Shape;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformation;
import dev.mltest.relation.Transformations;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Sequences of twelve tokens: positions, causality, and starts that are found again. */
final class SequencePairs {

    private static final int TOKENS = 12;
    private static final int WIDTH = 4;
    private static final int FUTURE = 3;
    private static final Relation IGNORES_ORDER =
            Relation.invariantUnder(Transformations.permutation(1));
    private static final Relation FOLLOWS_ORDER =
            Relation.equivariantUnder(Transformations.permutation(1));
    private static final Relation IGNORES_SHIFTS =
            Relation.invariantUnder(Transformations.shift(1, TOKENS - 1));
    private static final Relation IGNORES_THE_FUTURE = Relation.invariantUnder(futureNegated());

    private SequencePairs() {}

    static List<EquivariancePair> all() {
        return List.of(
                numbers("no positions", true, IGNORES_ORDER, random -> positioned(random, 0)),
                numbers(
                        "positions of size 0.02",
                        false,
                        IGNORES_ORDER,
                        random -> positioned(random, 0.02f)),
                tokens("self-attention", true, TOKENS),
                tokens("causal attention, any order", false, 0),
                numbers("causal attention", true, IGNORES_THE_FUTURE, random -> causal(random, 0)),
                numbers("mask off by one", false, IGNORES_THE_FUTURE, random -> causal(random, 1)),
                numbers(
                        "rotated to its largest token",
                        true,
                        IGNORES_SHIFTS,
                        random -> canonical(random, TOKENS)),
                numbers(
                        "never rotated to the last token",
                        false,
                        IGNORES_SHIFTS,
                        random -> canonical(random, TOKENS - 1)));
    }

    private static UnaryOperator<float[]> positioned(Random random, float size) {
        float[] positions = weights(random, TOKENS * WIDTH, size);
        float[] hidden = weights(random, 8 * WIDTH, 0.5);
        float[] head = weights(random, 8, 1);
        return tokens ->
                dense(mean(tanh(onEach(plus(tokens, positions), WIDTH, hidden)), 8, 0), head);
    }

    private static EquivariancePair tokens(String name, boolean holds, int ahead) {
        Shape shape = Shape.of(TOKENS, WIDTH);
        return new EquivariancePair(
                "sequences: " + name, holds, FOLLOWS_ORDER, shape, shape, random -> {
                    float[] query = weights(random, WIDTH * WIDTH, 0.5);
                    return tokens -> attention(tokens, WIDTH, query, ahead);
                });
    }

    /** What is said of the last token that the change leaves alone. */
    private static UnaryOperator<float[]> causal(Random random, int ahead) {
        float[] query = weights(random, WIDTH * WIDTH, 0.5);
        float[] head = weights(random, WIDTH, 1);
        return tokens -> dense(
                block(attention(tokens, WIDTH, query, ahead), TOKENS - FUTURE - 1, WIDTH), head);
    }

    private static Transformation futureNegated() {
        return Transformations.of("another sign of the last tokens", tokens -> {
            double[] values = tokens.toDoubles();
            for (int i = 0; i < values.length; i++) {
                boolean late = i / WIDTH % TOKENS >= TOKENS - FUTURE;
                values[i] = late ? -values[i] : values[i];
            }
            return ArrayTensor.of(tokens.elementType(), tokens.shape(), values);
        });
    }

    /** Starts at the token that is largest in its first number among the first {@code seen}. */
    private static UnaryOperator<float[]> canonical(Random random, int seen) {
        float[] hidden = weights(random, 8 * TOKENS * WIDTH, 0.2);
        float[] head = weights(random, 8, 1);
        return tokens -> dense(tanh(dense(rotated(tokens, largest(tokens, seen)), hidden)), head);
    }

    private static int largest(float[] tokens, int seen) {
        int largest = 0;
        for (int i = 1; i < seen; i++) {
            largest = tokens[i * WIDTH] > tokens[largest * WIDTH] ? i : largest;
        }
        return largest;
    }

    private static float[] rotated(float[] tokens, int start) {
        float[] rotated = new float[tokens.length];
        for (int i = 0; i < rotated.length; i++) {
            rotated[i] = tokens[(i + start * WIDTH) % tokens.length];
        }
        return rotated;
    }

    private static EquivariancePair numbers(
            String name,
            boolean holds,
            Relation relation,
            Function<Random, UnaryOperator<float[]>> network) {
        return new EquivariancePair(
                "sequences: " + name,
                holds,
                relation,
                Shape.of(TOKENS, WIDTH),
                Shape.of(1),
                network);
    }
}
