package dev.mltest.library.initialisation;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.SameSeedEvidence;
import dev.mltest.evidence.SameSeedEvidence.Pair;
import dev.mltest.experiment.SameSeed;

import java.util.Set;

/**
 * No two layers draw the same random weights: a generator that is seeded anew for each layer makes
 * layers of one shape equal. Weights that do not change with the seed were not drawn, but loaded or
 * copied, which may be meant.
 */
public final class LayersStartDifferent implements Check {

    private static final Bound DIFFERENT =
            Bound.above(0, "exact: two independent draws do not agree in every bit");

    @Override
    public String id() {
        return "layers-start-different";
    }

    @Override
    public String claim() {
        return "should draw other weights for each layer";
    }

    @Override
    public String because() {
        return "layers that start as copies of each other begin with fewer features than they have";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new SameSeed());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        SameSeedEvidence evidence = book.of(new SameSeed()).get(0);
        if (evidence.pairs().isEmpty()) {
            return new Outcome.NotApplicable(
                    "no two trainable weights of one shape look drawn at random");
        }
        Examination examination = Examination.of(
                        "pairs of weights of one shape", "were drawn alike")
                .under("seeds %d and %d".formatted(evidence.seed(), evidence.otherSeed()));
        for (Pair pair : evidence.pairs()) {
            boolean alike = pair.isDrawnTwice();
            examination.measure(
                    pair.second() + " " + pair.first().shape(),
                    "elements unlike " + pair.first().path(),
                    alike ? 0 : Math.max(1, pair.differing()),
                    DIFFERENT);
            if (alike) {
                examination.clue("under the other seed %s is another, and again %s is equal to it"
                        .formatted(pair.first().path(), pair.second()));
            } else if (pair.differing() == 0) {
                examination.note("%s is a copy of %s, and not drawn by the seed"
                        .formatted(pair.second(), pair.first().path()));
            }
        }
        return examination.outcome();
    }
}
