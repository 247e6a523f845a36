package dev.mltest.guide;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.experiment.FirstSteps;

import java.util.Set;

/** No parameter holds a NaN or an infinity after a few optimiser steps. */
public final class WeightsStayFinite implements Check {

    private static final Bound FINITE = Bound.none("exact: one NaN spreads to every parameter");

    @Override
    public String id() {
        return "weights-stay-finite";
    }

    @Override
    public String claim() {
        return "should keep every parameter finite in its first steps";
    }

    @Override
    public String because() {
        return "a NaN in one weight is a NaN in every output";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new FirstSteps());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        StepsEvidence evidence = book.of(new FirstSteps()).get(0);
        Examination examination =
                Examination.of("parameters", "are not finite").under(evidence.conditions());
        for (ParameterSteps seen : evidence.parameters()) {
            examination.measure(
                    seen.parameter().describe(), "non-finite elements", seen.nonFinite(), FINITE);
        }
        return examination.outcome();
    }
}
