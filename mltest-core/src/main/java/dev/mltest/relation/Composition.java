package dev.mltest.relation;

import dev.mltest.relation.Transformation.Drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Transformations made of two. */
final class Composition {

    private Composition() {}

    /** One after the other. */
    record Sequence(Transformation first, Transformation second) implements Transformation {

        @Override
        public String describe() {
            return first.describe() + ", then " + second.describe();
        }

        @Override
        public Drawn draw(RandomGenerator random) {
            return sequence(first.draw(random), second.draw(random));
        }
    }

    /** Both from the same random numbers; outputs follow the first. */
    record Companions(Transformation leader, Transformation companion) implements Transformation {

        @Override
        public String describe() {
            return leader.describe() + " with " + companion.describe();
        }

        @Override
        public Drawn draw(RandomGenerator random) {
            return alike(leader, companion, random, Companions::joined);
        }

        private static Drawn joined(Drawn leader, Drawn companion) {
            return new Drawn(
                    leader.description() + " with " + companion.description(),
                    batch -> companion.onInputs().apply(leader.onInputs().apply(batch)),
                    leader.onOutput(),
                    List.of());
        }
    }

    /** Inputs by one, outputs by another, both from the same random numbers. */
    record Matched(Transformation inputs, Transformation outputs) implements Transformation {

        @Override
        public String describe() {
            return inputs.describe() + ", as " + outputs.describe() + " of the outputs";
        }

        @Override
        public Drawn draw(RandomGenerator random) {
            return alike(inputs, outputs, random, Matched::joined);
        }

        private static Drawn joined(Drawn inputs, Drawn outputs) {
            return new Drawn(
                    inputs.description(), inputs.onInputs(), outputs.onOutput(), List.of());
        }
    }

    /** The second after the first; simpler if one of both is. */
    static Drawn sequence(Drawn first, Drawn second) {
        List<Drawn> simpler = new ArrayList<>();
        first.simpler().forEach(simple -> simpler.add(inOrder(simple, second)));
        second.simpler().forEach(simple -> simpler.add(inOrder(first, simple)));
        return with(inOrder(first, second), simpler);
    }

    private static Drawn inOrder(Drawn first, Drawn second) {
        return new Drawn(
                first.description() + ", then " + second.description(),
                batch -> second.onInputs().apply(first.onInputs().apply(batch)),
                output -> second.onOutput().apply(first.onOutput().apply(output)),
                List.of());
    }

    /** Both drawn from one seed; simpler forms belong together one by one. */
    private static Drawn alike(
            Transformation one,
            Transformation other,
            RandomGenerator random,
            BinaryOperator<Drawn> join) {
        long seed = random.nextLong();
        Drawn first = one.draw(new SplittableRandom(seed));
        Drawn second = other.draw(new SplittableRandom(seed));
        boolean pair = first.simpler().size() == second.simpler().size();
        List<Drawn> simpler = IntStream.range(0, pair ? first.simpler().size() : 0)
                .mapToObj(
                        i -> join.apply(first.simpler().get(i), second.simpler().get(i)))
                .toList();
        return with(join.apply(first, second), simpler);
    }

    static Drawn with(Drawn drawn, List<Drawn> simpler) {
        return new Drawn(drawn.description(), drawn.onInputs(), drawn.onOutput(), simpler);
    }
}
