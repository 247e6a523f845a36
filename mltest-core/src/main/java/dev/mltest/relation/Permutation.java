package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A permutation drawn from a seed, the same for any tensor that is equally long. */
final class Permutation {

    private Permutation() {}

    static ArrayTensor of(ArrayTensor tensor, int axis, long seed) {
        int size = TensorMoves.size(tensor, axis);
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return TensorMoves.along(tensor, axis, order::get);
    }
}
