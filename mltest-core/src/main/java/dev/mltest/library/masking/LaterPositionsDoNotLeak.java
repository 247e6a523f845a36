package dev.mltest.library.masking;

import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.CausalityEvidence;
import dev.mltest.evidence.CausalityEvidence.Change;
import dev.mltest.evidence.CausalityEvidence.Sight;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.Causality;

import java.util.Set;

/** What is said at a position does not move when a later position of the input changes. */
public final class LaterPositionsDoNotLeak implements Check {

    @Override
    public String id() {
        return "later-positions-do-not-leak";
    }

    @Override
    public String claim() {
        return "should say at each position what it and earlier positions tell, and no more";
    }

    @Override
    public String because() {
        return "what training can copy from the future is not there when the model is used";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Causality());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        CausalityEvidence evidence = book.of(new Causality()).get(0);
        if (!evidence.causal()) {
            return new Outcome.NotApplicable("no causality is declared; write .causal()");
        }
        return Sights.reason(evidence)
                .<Verdict>map(Outcome.NotApplicable::new)
                .orElseGet(() -> examine(evidence));
    }

    private static Outcome examine(CausalityEvidence evidence) {
        Examination examination = Examination.of("positions", "are seen too early");
        for (Sight sight : Sights.reacting(evidence)) {
            sight.changes().stream()
                    .filter(change -> change.position() > 0)
                    .forEach(change -> measure(examination, sight, change));
            if (sight.furthestAhead() > 0) {
                examination.clue("%s: an output sees up to %s ahead of its own"
                        .formatted(sight.output(), Sights.positions(sight.furthestAhead())));
            }
            examination.clue(Sights.back(sight));
            examination.note(Sights.back(sight));
        }
        return examination.outcome();
    }

    private static void measure(Examination examination, Sight sight, Change change) {
        boolean leaks = change.isSeen() && change.first() < change.position();
        String earlier = leaks ? " at position " + change.first() : " at an earlier position";
        examination.measure(
                sight.output() + earlier,
                "position %d overwritten moves it by".formatted(change.position()),
                change.movedBefore(),
                Sights.roundOff(change.tolerance()));
    }
}
