package dev.mltest.library.masking;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.CausalityEvidence;
import dev.mltest.evidence.CausalityEvidence.Sight;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.Causality;

import java.util.Set;

/** What is said at a position depends on no more positions in a row than was declared. */
public final class OutputsSeeNoFurtherThanDeclared implements Check {

    @Override
    public String id() {
        return "outputs-see-no-further-than-declared";
    }

    @Override
    public String claim() {
        return "should look at no more positions for one output than is declared";
    }

    @Override
    public String because() {
        return "a window that was built wider than meant reads what will be missing, or blurs";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Causality());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        CausalityEvidence evidence = book.of(new Causality()).get(0);
        if (evidence.seesAtMost() == 0) {
            return new Outcome.NotApplicable(
                    "no receptive field is declared; write .seesAtMost(5)");
        }
        return Sights.reason(evidence)
                .<Verdict>map(Outcome.NotApplicable::new)
                .orElseGet(() -> examine(evidence));
    }

    private static Outcome examine(CausalityEvidence evidence) {
        Examination examination = Examination.of("outputs", "look further");
        for (Sight sight : Sights.reacting(evidence)) {
            examination.measure(
                    sight.output(),
                    "positions in a row of '%s' that one position reacts to"
                            .formatted(evidence.input()),
                    sight.furthestBack() + 1.0 + sight.furthestAhead(),
                    Bound.atMost(evidence.seesAtMost(), "as declared"));
            examination.clue(Sights.back(sight));
            examination.clue("%s: an output sees up to %s ahead"
                    .formatted(sight.output(), Sights.positions(sight.furthestAhead())));
        }
        return examination.outcome();
    }
}
