package dev.mltest.relation;

import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Declaration;
import dev.mltest.model.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The inputs that relations are examined on. Declared with a model, it holds for all its relations;
 * the last one declared counts. Unless declared, it is the data, and the data moved by 1 %.
 */
public final class Inputs implements Declaration {

    private static final Inputs USUAL = fromData().and(nearData(0.01));

    private final List<Source> sources;

    private Inputs(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Where a batch comes from. */
    interface Source {

        /** A noun phrase, for example {@code data moved by 1 %}; empty for the data itself. */
        String describe();

        /** A batch, the same for the same random numbers. */
        Batch draw(Batch data, RandomGenerator random);
    }

    /** Examples of the training data. */
    public static Inputs fromData() {
        return of("", (data, random) -> data);
    }

    /**
     * Examples of the training data whose first input is moved a little. What is 0 stays 0; at
     * positions where all examples have whole numbers, as token ids are, they are exchanged for
     * numbers seen there.
     *
     * @param relativeSize most that a value moves, relative to itself, for example 0.01
     */
    public static Inputs nearData(double relativeSize) {
        if (!(relativeSize > 0 && relativeSize < 1)) {
            throw new ConfigurationException(
                    "nearData(%s) needs a size above 0 and below 1; write nearData(0.01)"
                            .formatted(relativeSize));
        }
        String percent = Numbers.text(100 * relativeSize);
        NearData near = new NearData(relativeSize);
        return of("data moved by %s %%".formatted(percent), near::draw);
    }

    /**
     * Batches that the user makes. Where the outputs for such an input are not finite, nothing is
     * claimed of them.
     *
     * @param description a noun phrase, for example {@code random bags of words}
     * @param generator gives the same batch for the same random numbers
     */
    public static Inputs generated(String description, Function<RandomGenerator, Batch> generator) {
        if (description.isBlank()) {
            throw new ConfigurationException(
                    "generated inputs need a description; write Inputs.generated(\"random words\", ...)");
        }
        return of(description, (data, random) -> generator.apply(random));
    }

    /** These inputs and others. */
    public Inputs and(Inputs others) {
        List<Source> all = new ArrayList<>(sources);
        all.addAll(others.sources);
        return new Inputs(all);
    }

    /** What was declared, or else the usual. */
    static List<Source> of(List<Inputs> declared) {
        return declared.isEmpty() ? USUAL.sources : declared.get(declared.size() - 1).sources;
    }

    private static Inputs of(String description, Drawing drawing) {
        return new Inputs(List.of(new Described(description, drawing)));
    }

    private interface Drawing {

        Batch draw(Batch data, RandomGenerator random);
    }

    private record Described(String describe, Drawing drawing) implements Source {

        @Override
        public Batch draw(Batch data, RandomGenerator random) {
            return drawing.draw(data, random);
        }
    }
}
