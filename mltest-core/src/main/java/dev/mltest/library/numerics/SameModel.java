package dev.mltest.library.numerics;

import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.experiment.Transplant;

/**
 * Before a model is accused of differing from its twin, is the twin the same model? It holds the
 * same parameters, and nothing else.
 */
final class SameModel {

    private SameModel() {}

    static Verdict judged(EvidenceBook book, Examination examination) {
        Transplant transplant = new Transplant();
        if (examination.findsViolation() && !book.has(transplant)) {
            return Verdict.Undecided.ask("the twin may be another model", transplant);
        }
        boolean isAnother = examination.findsViolation()
                && book.answers(transplant)
                && !book.of(transplant).get(0).isDecided();
        return isAnother
                ? new Outcome.NotApplicable(
                        "more than its parameters decides its outputs, so that the twin is another model")
                : examination.outcome();
    }
}
