package dev.mltest.relation;

import dev.mltest.evidence.RelationEvidence.Case;
import dev.mltest.model.Batch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cases of one batch: every example of it under every drawn change, numbered in that order.
 *
 * @param first number of the first case
 * @param inputs where the batch comes from; empty for the data itself
 * @param batch the examples
 * @param draws the changes
 */
record CaseSeries(int first, String inputs, Batch batch, List<Transformation.Drawn> draws) {

    /** A case, and what it takes to look at it again. */
    record Found(Case found, Batch batch, Transformation.Drawn drawn) {

        boolean fails() {
            return !(found.error() <= found.tolerance());
        }

        /** How many times more than is allowed, for finding the clearest. */
        double excess() {
            double ratio = found.error() / found.tolerance();
            return Double.isNaN(ratio) ? Double.POSITIVE_INFINITY : ratio;
        }
    }

    /** Number of the case behind the last. */
    int end() {
        return first + draws.size() * batch.size();
    }

    /**
     * What came of it.
     *
     * @param found the cases that decide something
     * @param unchanged how many the change left as they were
     */
    record Measured(List<Found> found, int unchanged) {

        static final Measured NOTHING = new Measured(List.of(), 0);
    }

    /** All cases. */
    Measured measure(RelationError error) {
        return measure(error, IntStream.range(0, draws.size()).boxed().toList());
    }

    /** One case alone, in company of its batch as before. */
    Measured measure(RelationError error, int number) {
        Measured all = measure(error, List.of((number - first) / batch.size()));
        List<Found> one = all.found().stream()
                .filter(found -> found.found().index() == number)
                .toList();
        return new Measured(one, one.isEmpty() ? all.unchanged() : 0);
    }

    /**
     * A change, and what the model made of it.
     *
     * @param draw its number
     * @param errors of each example
     * @param changed which examples it changed
     */
    private record Tried(int draw, double[] errors, boolean[] changed) {}

    private Measured measure(RelationError error, List<Integer> chosen) {
        RelationError.Base base = error.base(batch);
        List<Tried> tried = chosen.stream()
                .map(draw -> new Tried(
                        draw,
                        error.of(batch, base, draws.get(draw)),
                        error.changed(batch, base, draws.get(draw))))
                .toList();
        List<Found> found = found(tried, base);
        int unchanged = chosen.size() * batch.size() - found.size();
        return found.stream().noneMatch(Found::fails)
                ? new Measured(found, unchanged)
                : new Measured(steadied(error, base, tried), unchanged);
    }

    private List<Found> steadied(RelationError error, RelationError.Base base, List<Tried> tried) {
        RelationError.Base steady = error.steadied(batch, base, RelationError.STEADYING);
        return found(tried, steady).stream()
                .filter(one -> !one.fails() || decides(one, steady))
                .toList();
    }

    private List<Found> found(List<Tried> tried, RelationError.Base base) {
        List<Found> found = new ArrayList<>();
        for (Tried one : tried) {
            for (int row = 0; row < batch.size(); row++) {
                if (one.changed()[row]) {
                    found.add(found(one.draw(), row, one.errors()[row], base.tolerance(row)));
                }
            }
        }
        return found;
    }

    private Found found(int draw, int row, double error, double tolerance) {
        Transformation.Drawn drawn = draws.get(draw);
        int number = first + draw * batch.size() + row;
        Case found = new Case(number, row, drawn.description(), error, tolerance, inputs);
        return new Found(found, batch, drawn);
    }

    /** Data is always the model's business, made-up inputs only where arithmetic can be trusted. */
    private boolean decides(Found one, RelationError.Base base) {
        int row = one.found().example();
        return inputs.isEmpty()
                || (Double.isFinite(one.found().tolerance())
                        && base.output().rows(row).summary().nonFinite() == 0
                        && isTrusted(batch, row)
                        && isTrusted(one.drawn().onInputs().apply(batch), row));
    }

    private static boolean isTrusted(Batch of, int row) {
        return TrustedRange.holds(of.inputs().first().toArray().rows(row));
    }
}
