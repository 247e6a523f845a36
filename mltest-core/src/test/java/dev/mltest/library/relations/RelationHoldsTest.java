package dev.mltest.library.relations;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Clue;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.RelationEvidence;
import dev.mltest.model.Task;
import dev.mltest.relation.Relation;
import dev.mltest.relation.RelationCases;
import dev.mltest.relation.Transformations;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.OffsetSum;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class RelationHoldsTest {

    private static final Relation ORDER_DOES_NOT_MATTER =
            Relation.invariantUnder(Transformations.permutation(1));

    private final RelationHolds check = new RelationHolds(ORDER_DOES_NOT_MATTER);

    @Test
    void holds_on_a_model_that_averages_its_features() {
        assertThat(held(judge(check, averaging())).examined()).hasSize(64);
    }

    @Test
    void a_predictor_is_enough() {
        held(judge(check, averaging().as(PlainPredictor::new)));
    }

    @Test
    void catches_a_model_that_tells_its_features_apart() {
        Approved.verify(
                "relation-holds.order-matters", failure(judge(check, ReferenceModel.regressor())));
    }

    @Test
    void the_smallest_counterexample_is_really_small() {
        ReferenceModel onlyTheFirstFeatureMatters = ReferenceModel.regressor()
                .layers(noise -> List.of(Layers.elementwise("cube", x -> x * x * x, y -> 1)));
        RelationHolds flip = new RelationHolds(Relation.invariantUnder(Transformations.flip(-1)));

        assertThat(violated(judge(flip, onlyTheFirstFeatureMatters)).clues())
                .extracting(Clue::fact)
                .anyMatch(fact -> fact.matches("smallest counterexample: from 8 examples \\[8x4\\]"
                        + " to 1 example \\[1x4\\] with 1 value not 0 \\(\\[\\d\\]=-?1\\) under a"
                        + " flip of axis -1; \\d+ tries"));
    }

    @Test
    void equivariance_holds_where_outputs_follow_the_change() {
        RelationHolds follows =
                new RelationHolds(Relation.equivariantUnder(Transformations.shift(1, 3)));
        ReferenceModel elementwise =
                ReferenceModel.regressor().layers(noise -> List.of(Layers.tanh("tanh")));

        held(judge(follows, elementwise));
        violated(judge(follows, ReferenceModel.classifier()));
    }

    @Test
    void constant_outputs_decide_nothing() {
        ReferenceModel constant = ReferenceModel.regressor()
                .layers(noise -> List.of(Layers.dense("head", ToyData.FEATURES, 1, 0, noise)));

        assertThat(reason(judge(check, constant)))
                .isEqualTo("'invariant under a permutation of axis 1' says nothing: outputs differ"
                        + " between examples by 0, and noise alone may move them by 0");
    }

    @Test
    void no_cases_are_a_violation() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(
                        new RelationCases(ORDER_DOES_NOT_MATTER),
                        new RelationEvidence("invariant under nothing", List.of(), 1, ""));

        assertThat(violated(judge(check, nothing)).summary())
                .isEqualTo("nothing was examined: there are no cases");
    }

    @Test
    void the_claim_names_the_relation() {
        assertThat(check.claim()).isEqualTo("should be invariant under a permutation of axis 1");
    }

    @Test
    void the_layer_that_lets_go_is_the_place() {
        ReferenceModel weighted = ReferenceModel.regressor()
                .layers(noise -> List.of(
                        Layers.tanh("squash"),
                        Layers.elementwise("cube", x -> x * x * x, y -> 1),
                        Layers.dense("pool", ToyData.FEATURES, 1, noise),
                        Layers.tanh("tanh")));
        Outcome.Violated found = violated(judge(check, weighted));

        assertThat(found.violations())
                .allSatisfy(violation -> assertThat(violation.locus()).startsWith("pool (case "));
        assertThat(found.clues())
                .extracting(Clue::fact)
                .anyMatch(fact -> fact.startsWith("pool is the first layer that neither stays nor"
                                + " follows the change, by ")
                        && fact.endsWith("; the 2 before it do, up to 0"));
    }

    @Test
    void a_layer_that_averages_keeps_the_relation() {
        ReferenceModel pooled = averaging()
                .layers(noise -> List.of(
                        Layers.tanh("squash"),
                        Layers.featureMean("mean"),
                        Layers.dense("head", 1, 1, noise)));

        held(judge(check, pooled));
    }

    @Test
    void round_off_that_double_precision_does_not_have_is_not_accused() {
        Outcome.Held held = held(judge(check, summingOnTopOf(4096)));

        assertThat(held.examined())
                .anySatisfy(found -> assertThat(found.allowed().source())
                        .isEqualTo("half the digits of the type: in double precision the relation"
                                + " holds"));
    }

    @Test
    void round_off_that_costs_more_than_half_the_digits_is_accused_as_such() {
        assertThat(violated(judge(check, summingOnTopOf(100_000))).clues())
                .extracting(Clue::fact)
                .anyMatch(fact -> fact.matches("in double precision the error is (0|\\S+e-1\\d),"
                        + " of which round-off explains .*"));
    }

    private static ReferenceModel summingOnTopOf(double large) {
        return ReferenceModel.regressor()
                .layers(noise ->
                        List.of(new OffsetSum("sum", large), Layers.dense("head", 1, 1, noise)));
    }

    @Test
    void a_change_that_changes_nothing_examines_nothing() {
        RelationHolds same = new RelationHolds(
                Relation.invariantUnder(Transformations.of("nothing", tensor -> tensor)));

        assertThat(reason(judge(same, ReferenceModel.regressor())))
                .isEqualTo("'invariant under nothing' says nothing: none of 16 changes changed its"
                        + " example");
    }

    static ReferenceModel averaging() {
        return ReferenceModel.regressor()
                .layers(noise -> List.of(
                        Layers.featureMean("mean"),
                        Layers.dense("hidden", 1, 24, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, 1, noise)));
    }
}
