package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.relation.Transformation.Drawn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * An order of places, the same for any tensor that is equally long.
 *
 * @param description for example {@code permutation of %s (seed 7)}, to be filled in with what is
 *     put in order
 * @param order the old place of each new one, for a number of places
 */
record Permutation(String description, Function<Integer, List<Integer>> order) {

    private static final int SEEDS = 10_000;
    private static final int EXCHANGES = 6;

    static Permutation draw(java.util.random.RandomGenerator random) {
        int seed = random.nextInt(SEEDS);
        return new Permutation(
                "permutation of %s (seed " + seed + ")", size -> shuffled(size, seed));
    }

    /** Exchanges of neighbours: the first ones, and the last. */
    static List<Permutation> simplest() {
        List<Permutation> exchanges = new ArrayList<>();
        IntStream.range(0, EXCHANGES)
                .mapToObj(place -> new Permutation(
                        "exchange of places " + place + " and " + (place + 1) + " of %s",
                        size -> exchanged(size, place)))
                .forEach(exchanges::add);
        exchanges.add(new Permutation(
                "exchange of the last two places of %s", size -> exchanged(size, size - 2)));
        return exchanges;
    }

    /** This order along one axis. */
    ArrayTensor along(ArrayTensor tensor, int axis) {
        List<Integer> places = order.apply(TensorMoves.size(tensor, axis));
        return TensorMoves.along(tensor, axis, places::get);
    }

    /** As a change, together with its simpler ones. */
    Drawn as(Function<Permutation, Drawn> change) {
        return Composition.with(
                change.apply(this), simplest().stream().map(change).toList());
    }

    private static List<Integer> shuffled(int size, int seed) {
        List<Integer> places = inOrder(size);
        Collections.shuffle(places, new Random(seed));
        return places;
    }

    private static List<Integer> exchanged(int size, int place) {
        List<Integer> places = inOrder(size);
        if (place >= 0 && place + 1 < size) {
            Collections.swap(places, place, place + 1);
        }
        return places;
    }

    private static List<Integer> inOrder(int size) {
        return new ArrayList<>(IntStream.range(0, size).boxed().toList());
    }
}
