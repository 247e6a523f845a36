package dev.mltest.benchmark;

import static dev.mltest.benchmark.FloatLayers.dense;
import static dev.mltest.benchmark.FloatLayers.max;
import static dev.mltest.benchmark.FloatLayers.mean;
import static dev.mltest.benchmark.FloatLayers.onEach;
import static dev.mltest.benchmark.FloatLayers.plus;
import static dev.mltest.benchmark.FloatLayers.scaled;
import static dev.mltest.benchmark.FloatLayers.sum;
import static dev.mltest.benchmark.FloatLayers.tanh;
import static dev.mltest.benchmark.FloatLayers.weights;

import dev.mltest.model.Shape;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformations;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Sets and columns of tables in any order: pooling, scales, depth, constants and noise. */
final class SetPairs {

    static final String NOISY = "sets: dropout is not off";

    private static final int ELEMENTS = 10;
    private static final int WIDTH = 3;
    private static final int HIDDEN = 8;
    private static final Relation IGNORES_ORDER =
            Relation.invariantUnder(Transformations.permutation(1));

    private SetPairs() {}

    static List<EquivariancePair> all() {
        return List.of(
                columns("sum over columns", true, 0),
                columns("column i counts 1 + 0.001 i", false, 0.001f),
                set("max pooling", true, random -> largest(random, ELEMENTS)),
                set("max pooling without the last", false, random -> largest(random, ELEMENTS - 1)),
                set("mean pooling, outputs of 1e6", true, random -> pooled(random, 0, 1e6f)),
                set(
                        "outputs of 1e6, element i counts 1 + 1e-5 i",
                        false,
                        random -> pooled(random, 1e-5f, 1e6f)),
                set("mean pooling, outputs of 1e-6", true, random -> pooled(random, 0, 1e-6f)),
                set(
                        "outputs of 1e-6, element i counts 1 + 0.1 i",
                        false,
                        random -> pooled(random, 0.1f, 1e-6f)),
                set("sixty layers", true, random -> deep(random, 0)),
                set(
                        "sixty layers, element i counts 1 + 1e-4 i in one",
                        false,
                        random -> deep(random, 1e-4f)),
                set("constant outputs", true, random -> elements -> new float[] {0.5f}),
                pair(NOISY, false, SetPairs::dropping));
    }

    private static EquivariancePair columns(String name, boolean holds, float slope) {
        return new EquivariancePair(
                "tables: " + name, holds, IGNORES_ORDER, Shape.of(12), Shape.of(1), random -> {
                    float[] hidden = weights(random, HIDDEN, 1);
                    float[] head = weights(random, HIDDEN, 0.3);
                    return row -> dense(sum(tanh(onEach(row, 1, hidden)), HIDDEN, slope), head);
                });
    }

    private static UnaryOperator<float[]> largest(Random random, int seen) {
        float[] hidden = weights(random, HIDDEN * WIDTH, 0.6);
        float[] head = weights(random, HIDDEN, 1);
        return elements -> dense(max(tanh(onEach(elements, WIDTH, hidden)), HIDDEN, seen), head);
    }

    private static UnaryOperator<float[]> pooled(Random random, float slope, float scale) {
        float[] hidden = weights(random, HIDDEN * WIDTH, 0.6);
        float[] head = weights(random, HIDDEN, 1);
        return elements -> scaled(
                dense(mean(tanh(onEach(elements, WIDTH, hidden)), HIDDEN, slope), head), scale);
    }

    /** Each layer adds to every element what it makes of the element and of the mean of all. */
    private static UnaryOperator<float[]> deep(Random random, float slopeInTheMiddle) {
        int layers = 60;
        float[] first = weights(random, HIDDEN * WIDTH, 0.6);
        float[][] own = new float[layers][];
        float[][] common = new float[layers][];
        for (int layer = 0; layer < layers; layer++) {
            own[layer] = weights(random, HIDDEN * HIDDEN, 0.4);
            common[layer] = weights(random, HIDDEN * HIDDEN, 0.4);
        }
        float[] head = weights(random, HIDDEN, 1);
        return elements -> {
            float[] state = onEach(elements, WIDTH, first);
            for (int layer = 0; layer < layers; layer++) {
                float slope = layer == layers / 2 ? slopeInTheMiddle : 0;
                float[] mean = dense(mean(state, HIDDEN, slope), common[layer]);
                float[] mixed = plus(onEach(state, HIDDEN, own[layer]), repeated(mean));
                state = tanh(plus(state, mixed));
            }
            return dense(mean(state, HIDDEN, 0), head);
        };
    }

    private static float[] repeated(float[] block) {
        float[] repeated = new float[ELEMENTS * block.length];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = block[i % block.length];
        }
        return repeated;
    }

    /** Drops a tenth of what is hidden, in inference as well. */
    private static UnaryOperator<float[]> dropping(Random random) {
        float[] hidden = weights(random, HIDDEN * WIDTH, 0.6);
        float[] head = weights(random, HIDDEN, 1);
        return elements -> {
            float[] state = mean(tanh(onEach(elements, WIDTH, hidden)), HIDDEN, 0);
            for (int i = 0; i < HIDDEN; i++) {
                state[i] = random.nextInt(10) == 0 ? 0 : state[i] / 0.9f;
            }
            return dense(state, head);
        };
    }

    private static EquivariancePair set(
            String name, boolean holds, Function<Random, UnaryOperator<float[]>> network) {
        return pair("sets: " + name, holds, network);
    }

    private static EquivariancePair pair(
            String name, boolean holds, Function<Random, UnaryOperator<float[]>> network) {
        return new EquivariancePair(
                name, holds, IGNORES_ORDER, Shape.of(ELEMENTS, WIDTH), Shape.of(1), network);
    }
}
