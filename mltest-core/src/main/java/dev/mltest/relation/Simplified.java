package dev.mltest.relation;

import dev.mltest.evidence.Counterexample;
import dev.mltest.evidence.Counterexample.Form;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Numbers;
import dev.mltest.model.Shape;
import dev.mltest.relation.CaseSeries.Found;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * A failing case and the simplest form of it so far.
 *
 * @param found as it was found
 * @param batch the examples of the simple form
 * @param drawn its change
 * @param error of the simple form
 * @param tolerance of the simple form
 * @param tries how many forms were tried
 */
record Simplified(
        Found found,
        Batch batch,
        Transformation.Drawn drawn,
        double error,
        double tolerance,
        int tries) {

    private static final int MOST_PRINTED = 12;

    static Simplified of(Found found) {
        return new Simplified(
                found,
                found.batch(),
                found.drawn(),
                found.found().error(),
                found.found().tolerance(),
                0);
    }

    Simplified as(
            Batch simpler, Transformation.Drawn change, double newError, double newTolerance) {
        return new Simplified(found, simpler, change, newError, newTolerance, tries);
    }

    Simplified after(int count) {
        return new Simplified(found, batch, drawn, error, tolerance, count);
    }

    Counterexample figures() {
        return new Counterexample(
                found.found().index(),
                form(found.batch(), found.drawn()),
                form(batch, drawn),
                error,
                tolerance,
                tries,
                Pictures.of(batch, drawn));
    }

    /**
     * For example {@code from 8 examples [8x4] to 1 example [1x4] with 1 value not 0 ([3]=1), ...}.
     */
    String describe() {
        String before = found.drawn().description();
        String after = drawn.description();
        return "from %s%s to %s with %s%s under %s%s; %d tries"
                .formatted(
                        examples(found.batch()),
                        before.equals(after) ? "" : " under " + before,
                        examples(batch),
                        count(notZero(batch), "value") + " not 0",
                        values(),
                        after,
                        batch.size() > 1 ? ", which alone do not fail" : "",
                        tries);
    }

    private static Form form(Batch batch, Transformation.Drawn drawn) {
        return new Form(SimplerValues.input(batch).shape(), notZero(batch), drawn.description());
    }

    private static String examples(Batch batch) {
        Shape shape = SimplerValues.input(batch).shape();
        return count(batch.size(), "example") + " " + shape;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static int notZero(Batch batch) {
        ArrayTensor input = SimplerValues.input(batch);
        return (int) (input.length() - input.summary().zeros());
    }

    /** All of them, if they are few. */
    private String values() {
        int count = notZero(batch);
        if (count == 0 || count > MOST_PRINTED) {
            return "";
        }
        ArrayTensor input = SimplerValues.input(batch);
        StringJoiner listed = new StringJoiner(", ", " (", ")");
        for (int i = 0; i < input.length(); i++) {
            if (input.get(i) != 0) {
                listed.add(position(input.shape(), i) + "=" + Numbers.text(input.get(i)));
            }
        }
        return listed.toString();
    }

    /** Index along each axis, without the first if there is one example only. */
    private static String position(Shape shape, int index) {
        long[] at = shape.indexOf(index);
        return Arrays.toString(shape.size(0) == 1 ? Arrays.copyOfRange(at, 1, at.length) : at);
    }
}
