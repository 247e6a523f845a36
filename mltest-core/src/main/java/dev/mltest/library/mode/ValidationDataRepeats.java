package dev.mltest.library.mode;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.ReadingEvidence;
import dev.mltest.evidence.ReadingEvidence.Part;
import dev.mltest.experiment.ValidationReading;
import dev.mltest.model.Numbers;

import java.util.Set;

/** Reading the same validation examples twice gives the same values. */
public final class ValidationDataRepeats implements Check {

    @Override
    public String id() {
        return "validation-data-repeats";
    }

    @Override
    public String claim() {
        return "should be validated on data that stays the same";
    }

    @Override
    public String because() {
        return "scores on data that is augmented anew cannot be compared from epoch to epoch";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new ValidationReading());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        ReadingEvidence evidence = book.of(new ValidationReading()).get(0);
        Examination examination = Examination.of("parts of the validation data", "changed")
                .under("the same %d rows read twice".formatted(evidence.rows()));
        for (Part part : evidence.parts()) {
            examination.measure(
                    "validation data (" + part.name() + ")",
                    "rows that changed",
                    Double.isNaN(part.moved()) ? Double.NaN : part.changed(),
                    Bound.none("exact: the same rows are the same numbers"));
            if (part.changed() > 0) {
                examination.clue(
                        "%s moved by up to %s".formatted(part.name(), Numbers.text(part.moved())));
            }
        }
        return examination.outcome();
    }
}
