package dev.mltest.benchmark;

import static dev.mltest.benchmark.FloatClouds.distances;
import static dev.mltest.benchmark.FloatClouds.vectors;
import static dev.mltest.benchmark.FloatLayers.dense;
import static dev.mltest.benchmark.FloatLayers.mean;
import static dev.mltest.benchmark.FloatLayers.plus;
import static dev.mltest.benchmark.FloatLayers.scaled;
import static dev.mltest.benchmark.FloatLayers.tanh;
import static dev.mltest.benchmark.FloatLayers.weights;

import dev.mltest.model.Shape;
import dev.mltest.relation.Relation;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Clouds of eight points, turned and moved. */
final class CloudPairs {

    private static final Shape POINTS = Shape.of(8, 3);
    private static final float[] CENTRES = {0.5f, 1, 1.5f, 2, 3};
    private static final Relation IGNORES_TURNS =
            Relation.invariantUnder(RivalTransformations.rotation());
    private static final Relation FOLLOWS_TURNS =
            Relation.equivariantUnder(RivalTransformations.rotation());
    private static final Relation IGNORES_PLACE =
            Relation.invariantUnder(RivalTransformations.translation(10));

    private CloudPairs() {}

    static List<EquivariancePair> all() {
        return List.of(
                energy("distances, turned", true, IGNORES_TURNS, 0),
                energy("distances and 0.01 of the mean, turned", false, IGNORES_TURNS, 0.01f),
                energy("distances, moved by 10", true, IGNORES_PLACE, 0),
                energy("distances and 1e-4 of the mean, moved by 10", false, IGNORES_PLACE, 1e-4f),
                forces("forces, turned", true, random -> points -> vectors(points, 0.5f)),
                forces(
                        "forces, each component through tanh, turned",
                        false,
                        random -> points -> tanh(scaled(vectors(points, 0.5f), 0.2f))));
    }

    private static EquivariancePair energy(
            String name, boolean holds, Relation relation, float share) {
        return new EquivariancePair(
                "clouds: " + name, holds, relation, POINTS, Shape.of(1), random -> {
                    float[] hidden = weights(random, 8 * CENTRES.length, 0.1);
                    float[] head = weights(random, 8, 1);
                    float[] place = weights(random, 8 * 3, share);
                    return points -> dense(
                            tanh(plus(
                                    dense(distances(points, CENTRES), hidden),
                                    dense(mean(points, 3, 0), place))),
                            head);
                });
    }

    private static EquivariancePair forces(
            String name, boolean holds, Function<Random, UnaryOperator<float[]>> network) {
        return new EquivariancePair(
                "clouds: " + name, holds, FOLLOWS_TURNS, POINTS, POINTS, network);
    }
}
