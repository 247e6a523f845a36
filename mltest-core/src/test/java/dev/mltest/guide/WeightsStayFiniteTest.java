package dev.mltest.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.model.ElementType;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;

import org.junit.jupiter.api.Test;

import java.util.List;

class WeightsStayFiniteTest {

    @Test
    void accuses_a_weight_that_became_NaN() {
        CheckReport report = judge(new StepsEvidence(6, 3, 32, List.of(1.1), List.of(weight(1))));

        assertThat(report.outcome()).isInstanceOf(Outcome.Violated.class);
    }

    @Test
    void an_examination_of_nothing_is_a_violation() {
        CheckReport report = judge(new StepsEvidence(6, 3, 32, List.of(1.1), List.of()));

        assertThat(report.outcome()).isInstanceOf(Outcome.Violated.class);
    }

    private static CheckReport judge(StepsEvidence evidence) {
        return new CheckRunner(new OneAnswer(evidence), Budget.unlimited())
                .run(new WeightsStayFinite(), 42);
    }

    private static ParameterSteps weight(long nonFinite) {
        Parameter parameter = new Parameter(
                ParameterPath.of("head/weight"),
                Parameter.Role.TRAINABLE,
                Shape.of(3, 24),
                ElementType.FLOAT32);
        return new ParameterSteps(parameter, false, 0.1, 0.5, 0, 72, 0.02, 0.01, nonFinite, 1e-8);
    }
}
