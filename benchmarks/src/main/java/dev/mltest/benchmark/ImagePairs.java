package dev.mltest.benchmark;

import static dev.mltest.benchmark.FloatImages.convolve;
import static dev.mltest.benchmark.FloatImages.means;
import static dev.mltest.benchmark.FloatLayers.dense;
import static dev.mltest.benchmark.FloatLayers.plus;
import static dev.mltest.benchmark.FloatLayers.scaled;
import static dev.mltest.benchmark.FloatLayers.tanh;
import static dev.mltest.benchmark.FloatLayers.weights;

import dev.mltest.model.Shape;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformations;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Images under shifts, flips and turns: what padding, stride and blur do to them. */
final class ImagePairs {

    private static final int CHANNELS = 4;
    private static final Relation FOLLOWS_SHIFTS =
            Relation.equivariantUnder(Transformations.shift(-1, 3));
    private static final Relation IGNORES_SHIFTS =
            Relation.invariantUnder(Transformations.shift(-1, 3));
    private static final Relation FOLLOWS_TURNS =
            Relation.equivariantUnder(Transformations.quarterTurn());
    private static final Relation FOLLOWS_FLIPS =
            Relation.equivariantUnder(Transformations.flip(-1));
    private static final Relation IGNORES_FLIPS = Relation.invariantUnder(Transformations.flip(-1));

    private ImagePairs() {}

    static List<EquivariancePair> all() {
        return List.of(
                maps(
                        "circular padding",
                        true,
                        FOLLOWS_SHIFTS,
                        8,
                        random -> twoLayers(random, true)),
                maps("zero padding", false, FOLLOWS_SHIFTS, 8, random -> twoLayers(random, false)),
                numbers("circular padding, pooled", true, IGNORES_SHIFTS, pooled(true, 1)),
                numbers("zero padding, pooled", false, IGNORES_SHIFTS, pooled(false, 1)),
                strided(),
                numbers("stride 2, pooled, any shift", false, IGNORES_SHIFTS, pooled(true, 2)),
                maps("symmetric kernel", true, FOLLOWS_TURNS, 9, random -> turning(random, 0)),
                maps(
                        "one corner off by 0.01",
                        false,
                        FOLLOWS_TURNS,
                        9,
                        random -> turning(random, 0.01f)),
                halved("stride 2 on odd size", true, 9),
                halved("stride 2 on even size", false, 8),
                maps(
                        "blur by three",
                        true,
                        FOLLOWS_FLIPS,
                        8,
                        random -> image -> tanh(FloatImages.blurred(image, 8, 0.25f, 0.5f, 0.25f))),
                maps(
                        "blur by two",
                        false,
                        FOLLOWS_FLIPS,
                        8,
                        random -> image -> tanh(FloatImages.blurred(image, 8, 0.5f, 0.5f))),
                numbers("averaged over flips", true, IGNORES_FLIPS, random -> averaged(random, 1)),
                numbers(
                        "averaged over flips, 1 : 1.001",
                        false,
                        IGNORES_FLIPS,
                        random -> averaged(random, 1.001f)));
    }

    private static UnaryOperator<float[]> twoLayers(Random random, boolean circular) {
        float[] first = weights(random, 9 * CHANNELS, 0.4);
        float[] second = weights(random, 9 * CHANNELS, 0.2);
        return image -> convolve(
                tanh(convolve(image, 1, 8, first, circular, 1)), CHANNELS, 8, second, circular, 1);
    }

    private static Function<Random, UnaryOperator<float[]>> pooled(boolean circular, int stride) {
        return random -> {
            float[] first = weights(random, 9 * CHANNELS, 0.4);
            float[] head = weights(random, CHANNELS, 1);
            return image -> dense(
                    means(tanh(convolve(image, 1, 8, first, circular, stride)), CHANNELS), head);
        };
    }

    private static EquivariancePair strided() {
        return new EquivariancePair(
                "images: stride 2, even shifts",
                true,
                Relation.equivariantUnder(RivalTransformations.evenShift(8)),
                Shape.of(1, 8, 8),
                Shape.of(CHANNELS, 4, 4),
                random -> {
                    float[] kernels = weights(random, 9 * CHANNELS, 0.4);
                    return image -> tanh(convolve(image, 1, 8, kernels, true, 2));
                });
    }

    private static UnaryOperator<float[]> turning(Random random, float fault) {
        float[] first = FloatImages.symmetric(weights(random, 9 * CHANNELS, 0.4));
        float[] second = FloatImages.symmetric(weights(random, 9 * CHANNELS, 0.2));
        second[2] += fault;
        return image -> convolve(
                tanh(convolve(image, 1, 9, first, false, 1)), CHANNELS, 9, second, false, 1);
    }

    private static EquivariancePair halved(String name, boolean holds, int size) {
        int places = (size + 1) / 2;
        return new EquivariancePair(
                "images: " + name,
                holds,
                FOLLOWS_FLIPS,
                Shape.of(1, size, size),
                Shape.of(CHANNELS, places, places),
                random -> {
                    float[] kernels = FloatImages.symmetric(weights(random, 9 * CHANNELS, 0.4));
                    return image -> tanh(convolve(image, 1, size, kernels, false, 2));
                });
    }

    private static UnaryOperator<float[]> averaged(Random random, float share) {
        float[] first = weights(random, 8 * 64, 0.15);
        float[] head = weights(random, 8, 1);
        UnaryOperator<float[]> network = image -> dense(tanh(dense(image, first)), head);
        return image -> plus(
                network.apply(image), scaled(network.apply(FloatImages.flipped(image, 8)), share));
    }

    private static EquivariancePair maps(
            String name,
            boolean holds,
            Relation relation,
            int size,
            Function<Random, UnaryOperator<float[]>> network) {
        Shape image = Shape.of(1, size, size);
        return new EquivariancePair("images: " + name, holds, relation, image, image, network);
    }

    private static EquivariancePair numbers(
            String name,
            boolean holds,
            Relation relation,
            Function<Random, UnaryOperator<float[]>> network) {
        return new EquivariancePair(
                "images: " + name, holds, relation, Shape.of(1, 8, 8), Shape.of(1), network);
    }
}
