package dev.mltest.library.numerics;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.FiniteEvidence;
import dev.mltest.evidence.FiniteEvidence.DataSet;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.FiniteSweep;

import java.util.Set;

/** The untrained model gives a number for every example of its training and validation data. */
public final class OutputsAreFiniteOnTheData implements Check {

    @Override
    public String id() {
        return "outputs-are-finite-on-the-data";
    }

    @Override
    public String claim() {
        return "should give a number for every example of its data";
    }

    @Override
    public String because() {
        return "one example without a number turns the loss, and in a step all weights, into NaN";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new FiniteSweep());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        FiniteEvidence evidence = book.of(new FiniteSweep()).get(0);
        Examination examination = Examination.of("data sets", "hold examples without a number");
        for (DataSet set : evidence.sets()) {
            examination.measure(
                    locus(set),
                    "examples of the %s with NaN or infinity".formatted(set.name()),
                    set.bad(),
                    Bound.none("exact: one NaN spreads to every parameter in a step"));
            if (set.bad() > 0) {
                clues(examination, set);
            }
            if (set.examples() < set.of()) {
                examination.note("only the first %d of %d examples of the %s were looked at"
                        .formatted(set.examples(), set.of(), set.name()));
            }
        }
        return examination.outcome();
    }

    private static String locus(DataSet set) {
        if (set.bad() == 0) {
            return set.name();
        }
        return set.empty().isEmpty() ? set.place() : set.empty();
    }

    private static void clues(Examination examination, DataSet set) {
        examination.clue("example %d of the %s is the first; its inputs are %s"
                .formatted(
                        set.first(),
                        set.name(),
                        set.inputsAreFinite() ? "finite" : "not finite themselves"));
        examination.clue("%s is the first layer that is not finite%s"
                .formatted(
                        set.place(),
                        set.before().isEmpty()
                                ? ""
                                : "; %s ran just before".formatted(set.before())));
        if (!set.empty().isEmpty()) {
            examination.clue(
                    "%s is all 0 in these examples and in no other".formatted(set.empty()));
        }
    }
}
