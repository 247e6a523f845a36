package dev.mltest.experiment;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Legal values to overwrite positions with: what stands at other positions of the same input that
 * are no padding, tokens that occur and numbers that occur.
 */
final class OtherSlices {

    private OtherSlices() {}

    static Slices.Source where(
            PositionStand.Counting chosen,
            Slices slices,
            PaddedPositions padding,
            RandomGenerator random) {
        int[] legal = legal(slices, padding);
        return where(chosen, slices, legal, random);
    }

    /** From all positions. */
    static Slices.Source anywhere(
            PositionStand.Counting chosen, Slices slices, RandomGenerator random) {
        int[] legal = IntStream.range(0, slices.rows() * slices.count()).toArray();
        return where(chosen, slices, legal, random);
    }

    private static Slices.Source where(
            PositionStand.Counting chosen, Slices slices, int[] legal, RandomGenerator random) {
        return (row, position) -> {
            int own = slices.code(row, position);
            return chosen.counts(row, position) ? other(own, slices, legal, random) : own;
        };
    }

    private static int[] legal(Slices slices, PaddedPositions padding) {
        return IntStream.range(0, slices.rows() * slices.count())
                .filter(code -> !padding.at(code / slices.count(), code % slices.count()))
                .toArray();
    }

    /** One that differs, if any does, searched from a random place on. */
    private static int other(int own, Slices slices, int[] legal, RandomGenerator random) {
        if (legal.length == 0) {
            return own;
        }
        int start = random.nextInt(legal.length);
        return IntStream.range(0, legal.length)
                .map(i -> legal[(start + i) % legal.length])
                .filter(code -> !slices.isSame(code, own))
                .findFirst()
                .orElse(own);
    }
}
