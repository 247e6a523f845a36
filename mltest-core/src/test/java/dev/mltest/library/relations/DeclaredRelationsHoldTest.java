package dev.mltest.library.relations;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.RelationsEvidence;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;
import dev.mltest.relation.DeclaredRelations;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformations;
import dev.mltest.testing.Approved;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class DeclaredRelationsHoldTest {

    private final Check check = new DeclaredRelationsHold();

    @Test
    void holds_on_a_model_with_the_declared_symmetries() {
        assertThat(held(judge(check, declaring(RelationHoldsTest.averaging()))).examined())
                .hasSizeGreaterThan(8);
    }

    @Test
    void a_predictor_is_enough() {
        held(judge(check, declaring(RelationHoldsTest.averaging().as(PlainPredictor::new))));
    }

    @Test
    void catches_a_symmetry_that_the_model_lacks() {
        Approved.verify(
                "declared-relations-hold.symmetry-lacking",
                failure(judge(check, declaring(ReferenceModel.regressor()))));
    }

    @Test
    void without_declarations_there_is_nothing_to_examine() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .isEqualTo("no relation is declared; write .declare(Relation.invariantUnder(...))");
    }

    @Test
    void no_relations_are_a_violation() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new DeclaredRelations(), new RelationsEvidence(List.of()));

        assertThat(violated(judge(check, nothing)).summary())
                .isEqualTo("nothing was examined: there are no cases");
    }

    private static ModelUnderTest declaring(ReferenceModel model) {
        return model.builder()
                .declare(Relation.invariantUnder(Transformations.flip(-1)))
                .declare(Relation.invariantUnder(Transformations.shift(1, 2)))
                .build();
    }
}
