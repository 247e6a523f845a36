package dev.mltest.library.independence;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.PredictingEvidence;
import dev.mltest.evidence.PredictingEvidence.Output;
import dev.mltest.evidence.PredictingEvidence.ParameterMovement;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.Predicting;

import java.util.Set;

/**
 * Predicting changes no parameter and no running statistic, and leaves no hidden state behind that
 * a later prediction would see.
 */
public final class PredictingMovesNothing implements Check {

    @Override
    public String id() {
        return "predicting-moves-nothing";
    }

    @Override
    public String claim() {
        return "should stay as it is while it predicts";
    }

    @Override
    public String because() {
        return "a model that predictions change answers differently from one request to the next";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Predicting());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        PredictingEvidence evidence = book.of(new Predicting()).get(0);
        Examination examination = Examination.of("parameters and outputs", "moved")
                .under("%d predictions".formatted(evidence.predictions()));
        for (ParameterMovement parameter : evidence.parameters()) {
            examination.measure(
                    parameter.path().text(),
                    "changed elements",
                    parameter.changed(),
                    Bound.none("exact: inference leaves no trace"));
        }
        for (Output output : evidence.outputs()) {
            if (!output.isFinite()) {
                examination.note(output.name() + " holds NaN or infinities");
            } else if (output.isNoisy()) {
                examination.note(output.name() + " differs from one prediction to the next anyway");
            } else {
                measureMemory(examination, output);
            }
        }
        return examination.findsViolation() || !isEmptyHanded(evidence)
                ? examination.outcome()
                : new Outcome.NotApplicable(
                        "its outputs do not repeat and its parameters cannot be seen");
    }

    private static boolean isEmptyHanded(PredictingEvidence evidence) {
        return evidence.parameters().isEmpty()
                && !evidence.outputs().isEmpty()
                && evidence.outputs().stream()
                        .allMatch(output -> !output.isFinite() || output.isNoisy());
    }

    private static void measureMemory(Examination examination, Output output) {
        examination.measure(
                output.name(),
                "largest change after other batches were predicted",
                output.afterOthers(),
                Bound.atMost(
                        output.tolerance(),
                        "256 units of round-off at the output's size, or 64 times the effect of"
                                + " one unit in the inputs"));
    }
}
