package dev.mltest.library.reproducibility;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Listing;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.SameSeedEvidence;
import dev.mltest.evidence.SameSeedEvidence.SeededParameter;
import dev.mltest.evidence.StartEvidence;
import dev.mltest.evidence.StartEvidence.BatchStart;
import dev.mltest.experiment.SameSeed;
import dev.mltest.experiment.Start;

import java.util.List;
import java.util.Set;

/**
 * Another seed gives another start. Weights that look drawn at random, yet come out the same to the
 * bit under every seed, are drawn from a seed that is not the user's, unless they were learnt: a
 * model that starts better than any constant output knows something already.
 */
public final class AnotherSeedStartsElsewhere implements Check {

    private static final Bound DIFFERS =
            Bound.above(0, "exact: two independent draws do not agree in every bit");

    @Override
    public String id() {
        return "another-seed-starts-elsewhere";
    }

    @Override
    public String claim() {
        return "should start elsewhere when its seed is another";
    }

    @Override
    public String because() {
        return "runs under several seeds that are all the same run measure no spread";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new SameSeed());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        SameSeedEvidence evidence = book.of(new SameSeed()).get(0);
        List<SeededParameter> drawn = evidence.parameters().stream()
                .filter(seen -> seen.trains() && seen.looksDrawn())
                .toList();
        if (drawn.isEmpty()) {
            return new Outcome.NotApplicable("no trainable weight looks drawn at random");
        }
        long differing =
                drawn.stream().mapToLong(SeededParameter::underOtherSeed).sum();
        if (differing == 0 && !book.has(new Start())) {
            return Verdict.Undecided.ask("weights may be learnt ones", new Start());
        }
        if (differing == 0 && (!book.answers(new Start()) || knowsSomething(book))) {
            return new Outcome.NotApplicable(
                    "every seed gives the same weights, but they may have been learnt: the model"
                            + " does not start worse than guessing");
        }
        return Examination.ofOne("every seed gives the same model")
                .under("seeds %d and %d".formatted(evidence.seed(), evidence.otherSeed()))
                .measure("seed", "differing elements", differing, DIFFERS)
                .clue("alike are "
                        + Listing.of(drawn.stream().map(SeededParameter::path).toList()))
                .clue("the model starts no better than the best constant output")
                .outcome();
    }

    /** Also where nobody knows what guessing costs. */
    private static boolean knowsSomething(EvidenceBook book) {
        StartEvidence start = book.of(new Start()).get(0);
        return !(start.loss() >= start.mean(BatchStart::bestConstantLoss));
    }
}
