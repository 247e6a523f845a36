package dev.mltest.relation;

import dev.mltest.model.ConfigurationException;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * All changes that some generators make when they are applied one after the other: words of at most
 * four letters are drawn. A shorter word is a simpler change of the same group.
 */
record Group(List<Transformation> generators) implements Transformation {

    private static final int LONGEST = 4;

    Group {
        generators = List.copyOf(generators);
        if (generators.isEmpty()) {
            throw new ConfigurationException(
                    "a group needs a generator; write group(flip(-1), quarterTurn()), for example");
        }
    }

    @Override
    public String describe() {
        return generators.stream()
                .map(Transformation::describe)
                .collect(Collectors.joining(" and ", "the group of ", ""));
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        List<Drawn> letters = new ArrayList<>();
        int length = 1 + random.nextInt(LONGEST);
        for (int i = 0; i < length; i++) {
            letters.add(generators.get(random.nextInt(generators.size())).draw(random));
        }
        return word(letters);
    }

    /** The whole word; simpler are its single letters, then the word without one of them. */
    private static Drawn word(List<Drawn> letters) {
        if (letters.size() == 1) {
            return letters.get(0);
        }
        List<Drawn> simpler = new ArrayList<>();
        letters.forEach(letter -> simpler.addAll(letter.simpler()));
        simpler.addAll(letters);
        for (int left = 0; left < letters.size() && letters.size() > 2; left++) {
            List<Drawn> shorter = new ArrayList<>(letters);
            shorter.remove(left);
            simpler.add(joined(shorter));
        }
        return Composition.with(joined(letters), simpler);
    }

    private static Drawn joined(List<Drawn> letters) {
        return letters.stream().reduce(Composition::sequence).orElseThrow();
    }
}
