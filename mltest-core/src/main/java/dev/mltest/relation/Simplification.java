package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Numbers;
import dev.mltest.model.Shape;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * Makes a failing example as simple as possible: sets ever smaller blocks of its first input to
 * zero while it keeps failing (after Zeller and Hildebrandt's delta debugging), then rounds what is
 * left. Deterministic, and bounded in tries.
 */
final class Simplification {

    static final int MOST_TRIES = 40;
    private static final int MOST_PRINTED = 12;

    private final RelationError error;
    private final Transformation.Drawn drawn;
    private int tries;

    Simplification(RelationError error, Transformation.Drawn drawn) {
        this.error = error;
        this.drawn = drawn;
    }

    /** The simplest failing form found, in words. */
    String of(Batch example) {
        String name = example.inputs().names().get(0);
        if (!fails(example)) {
            return "fails only in company of its batch";
        }
        Batch simple = withZeros(example, name);
        Batch rounded = with(simple, name, simple.input(name).map(Math::rint));
        return describe((fails(rounded) ? rounded : simple).input(name));
    }

    private Batch withZeros(Batch example, String name) {
        Batch simplest = example;
        int length = example.input(name).length();
        for (int block = length; block >= 1; block /= 2) {
            for (int from = 0; from < length && tries < MOST_TRIES; from += block) {
                Batch candidate = zeroed(simplest, name, from, Math.min(length, from + block));
                if (!candidate.equals(simplest) && fails(candidate)) {
                    simplest = candidate;
                }
            }
        }
        return simplest;
    }

    private static Batch zeroed(Batch batch, String name, int from, int to) {
        ArrayTensor input = batch.input(name);
        double[] values = input.toDoubles();
        Arrays.fill(values, from, to, 0);
        return with(batch, name, ArrayTensor.of(input.elementType(), input.shape(), values));
    }

    private static Batch with(Batch batch, String name, ArrayTensor input) {
        return batch.withInputs(batch.inputs().with(name, input));
    }

    private boolean fails(Batch candidate) {
        if (tries >= MOST_TRIES) {
            return false;
        }
        tries++;
        RelationError.Base base = error.base(candidate);
        return !(error.of(candidate, base, drawn)[0] <= base.tolerance(0));
    }

    private String describe(ArrayTensor input) {
        StringJoiner listed = new StringJoiner(", ");
        int others = 0;
        for (int i = 0; i < input.length(); i++) {
            others += input.get(i) != 0 ? 1 : 0;
            if (input.get(i) != 0 && others <= MOST_PRINTED) {
                listed.add(position(input.shape(), i) + "=" + Numbers.text(input.get(i)));
            }
        }
        String head = "1 example %s, %d of its %d values not 0, under %s"
                .formatted(input.shape(), others, input.length(), drawn.description());
        return others > 0 && others <= MOST_PRINTED ? head + ": " + listed : head;
    }

    /** Index along each axis but the first, which runs over the examples. */
    private static String position(Shape shape, int index) {
        long[] at = new long[shape.rank() - 1];
        long rest = index;
        for (int axis = shape.rank() - 1; axis > 0; axis--) {
            at[axis - 1] = rest % shape.size(axis);
            rest /= shape.size(axis);
        }
        return Arrays.toString(at);
    }
}
