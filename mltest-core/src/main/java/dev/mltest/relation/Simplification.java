package dev.mltest.relation;

import dev.mltest.model.Batch;
import dev.mltest.relation.CaseSeries.Found;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes a failing case as simple as possible: a simpler change, fewer examples, a shorter sequence,
 * fewer values, rounder values, each kept only if the case still fails by more than round-off
 * measured anew (after Zeller and Hildebrandt's delta debugging). Deterministic, and bounded in
 * tries.
 */
final class Simplification {

    static final int MOST_TRIES = 48;
    private static final int STEADYING = 1;

    private final RelationError error;
    private Simplified simplest;
    private int tries;

    private Simplification(RelationError error, Found found) {
        this.error = error;
        this.simplest = Simplified.of(found);
    }

    /** The simplest failing form found. */
    static Simplified of(Found found, RelationError error) {
        Simplification simplification = new Simplification(error, found);
        simplification.simplify(found.found().example());
        return simplification.simplest.after(simplification.tries);
    }

    static long mostForwards(Relation relation) {
        int ofOne = RelationError.BASE_FORWARDS + RelationError.forwardsOfOne(relation) + STEADYING;
        return (long) MOST_TRIES * ofOne;
    }

    private void simplify(int example) {
        simplerChange();
        if (!fails(batch().rows(example))) {
            fewerExamples();
        }
        shorter();
        moreZeros();
        keepFirst(SimplerValues.rounder(batch()));
        simplerChange();
    }

    private void simplerChange() {
        for (Transformation.Drawn simpler : simplest.drawn().simpler()) {
            if (fails(batch(), simpler)) {
                return;
            }
        }
    }

    /** For a case that fails only in company of its batch. */
    private void fewerExamples() {
        for (int block = batch().size() / 2; block >= 1; block /= 2) {
            int from = 0;
            while (from < batch().size() && batch().size() > block) {
                from = fails(SimplerValues.withoutRows(batch(), from, block)) ? from : from + block;
            }
        }
    }

    private void shorter() {
        int length = SimplerValues.length(batch());
        int shorter = 1;
        while (shorter < length && !fails(SimplerValues.shortened(batch(), shorter))) {
            shorter *= 2;
        }
        length = Math.min(shorter, length);
        while (length > 1 && fails(SimplerValues.shortened(batch(), length - 1))) {
            length--;
        }
    }

    private void moreZeros() {
        int length = SimplerValues.input(batch()).length();
        for (int block = length; block >= 1; block /= 2) {
            for (int from = 0; from < length; from += block) {
                fails(SimplerValues.zeroed(batch(), from, Math.min(length, from + block)));
            }
        }
    }

    private void keepFirst(Stream<Supplier<Batch>> candidates) {
        candidates.map(Supplier::get).filter(this::fails).findFirst();
    }

    private Batch batch() {
        return simplest.batch();
    }

    private boolean fails(Batch candidate) {
        return !candidate.equals(batch()) && fails(candidate, simplest.drawn());
    }

    /** Tries a simpler form, and keeps it if it fails. */
    private boolean fails(Batch candidate, Transformation.Drawn drawn) {
        if (tries >= MOST_TRIES) {
            return false;
        }
        tries++;
        try {
            return keep(candidate, drawn);
        } catch (RuntimeException refused) { // a model need not take shorter sequences
            return false;
        }
    }

    private boolean keep(Batch candidate, Transformation.Drawn drawn) {
        RelationError.Base base = error.base(candidate);
        double[] errors = error.of(candidate, base, drawn);
        RelationError.Base steadied = error.steadied(candidate, base, STEADYING);
        int row = clearest(errors, steadied);
        double tolerance = steadied.tolerance(row);
        boolean isOfOneKind = Double.isFinite(errors[row]) == Double.isFinite(simplest.error());
        boolean stays = isOfOneKind && !(errors[row] <= tolerance);
        if (stays) {
            simplest = simplest.as(candidate, drawn, errors[row], tolerance);
        }
        return stays;
    }

    private static int clearest(double[] errors, RelationError.Base base) {
        int clearest = 0;
        for (int row = 1; row < errors.length; row++) {
            boolean clearer =
                    errors[row] / base.tolerance(row) > errors[clearest] / base.tolerance(clearest);
            clearest = clearer || Double.isNaN(errors[row]) ? row : clearest;
        }
        return clearest;
    }
}
