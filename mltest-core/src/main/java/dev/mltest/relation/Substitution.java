package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.relation.Transformation.Drawn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Tokens of a declared set, each of which may stand for any other: numbers, names, synonyms. */
record Substitution(List<Long> tokens) implements Transformation {

    private static final int SEEDS = 10_000;
    private static final int SIMPLEST = 6;

    @Override
    public String describe() {
        return "a substitution among tokens " + tokens;
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        int seed = random.nextInt(SEEDS);
        Drawn drawn = Changes.ofInputs(
                "substitution among tokens %s (seed %d)".formatted(tokens, seed),
                ids -> substituted(ids, seed));
        return Changes.simplifiedBy(drawn, singles());
    }

    private ArrayTensor substituted(ArrayTensor ids, int seed) {
        Random random = new Random(seed);
        return ids.map(
                id -> tokens.contains((long) id) ? tokens.get(random.nextInt(tokens.size())) : id);
    }

    /** One token becomes its neighbour in the set, wherever it stands. */
    private List<Drawn> singles() {
        List<Drawn> singles = new ArrayList<>();
        for (int i = 0; i < Math.min(SIMPLEST, tokens.size()); i++) {
            long from = tokens.get(i);
            long to = tokens.get((i + 1) % tokens.size());
            singles.add(Changes.ofInputs(
                    "token %d becomes %d".formatted(from, to),
                    ids -> ids.map(id -> id == from ? to : id)));
        }
        return singles;
    }

    static Substitution among(long... tokens) {
        return new Substitution(Arrays.stream(tokens).distinct().boxed().toList());
    }
}
