package dev.mltest.library.step;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.Check;
import dev.mltest.check.Measurement;
import dev.mltest.evidence.DecayEvidence;
import dev.mltest.experiment.DecaySeen;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

class DecayGoesWhereDeclaredTest {

    private static final Predicate<String> WEIGHTS = path -> path.endsWith("weight");

    private final Check check = new DecayGoesWhereDeclared();

    @Test
    void holds_for_decoupled_decay_of_weights_alone() {
        Supplier<UpdateRule> rule = () -> UpdateRule.decaying(0.1, 1e-4).decayingOnly(WEIGHTS);

        assertThat(held(judge(check, declared(ReferenceModel.classifier().rule(rule))))
                        .examined())
                .hasSize(6);
        assertThat(held(judge(check, declared(ReferenceModel.regressor().rule(rule))))
                        .examined())
                .hasSize(4);
    }

    @Test
    void holds_for_a_penalty_in_adams_gradient() {
        Supplier<UpdateRule> rule =
                () -> UpdateRule.adam(0.01).penalised(1e-4).decayingOnly(WEIGHTS);

        held(judge(check, declared(ReferenceModel.classifier().rule(rule))));
        held(judge(check, declared(ReferenceModel.regressor().rule(rule))));
    }

    @Test
    void catches_decay_that_reaches_the_biases() {
        ReferenceModel model =
                ReferenceModel.classifier().rule(() -> UpdateRule.decaying(0.1, 0.01));

        Approved.verify(
                "decay-goes-where-declared.everywhere", failure(judge(check, declared(model))));
    }

    @Test
    void catches_a_penalty_that_leaves_a_layer_out() {
        ReferenceModel model = ReferenceModel.regressor()
                .rule(() ->
                        UpdateRule.adam(0.01).penalised(1e-4).decayingOnly("head/weight"::equals));

        assertThat(violated(judge(check, declared(model))).violations())
                .extracting(Measurement::locus)
                .containsExactly("hidden/weight [4x24]");
    }

    @Test
    void without_any_decay_nothing_decays() {
        assertThat(violated(judge(check, declared(ReferenceModel.classifier()))).violations())
                .hasSize(3);
    }

    @Test
    void a_decay_that_rounds_to_nothing_is_none() {
        ReferenceModel model = ReferenceModel.regressor()
                .rule(() -> UpdateRule.decaying(0.1, 1e-9).decayingOnly(WEIGHTS));

        assertThat(violated(judge(check, declared(model))).violations()).hasSize(2);
    }

    @Test
    void where_outputs_add_no_bias_a_cut_silences_what_is_before_it() {
        ReferenceModel model = ReferenceModel.regressor()
                .task(Task.custom("a game"))
                .rule(() -> UpdateRule.decaying(0.1, 1e-3).decayingOnly(WEIGHTS));

        assertThat(held(judge(check, declared(model))).note())
                .isEqualTo("could not be told from data: head/weight, head/bias");
    }

    @Test
    void a_loss_that_is_never_at_rest_is_not_judged() {
        ModelUnderTest model = ReferenceModel.regressor()
                .task(Task.custom("a game"))
                .builder()
                .notDecaying("head/bias")
                .build();

        assertThat(reason(judge(check, model)))
                .isEqualTo(
                        "no state was found in which neither data nor earlier steps move head/bias");
    }

    @Test
    void momentum_that_was_kept_from_a_training_before_is_no_decay() {
        ReferenceModel model = ReferenceModel.regressor()
                .rule(() -> UpdateRule.adam(0.01))
                .as(network -> {
                    network.step(ToyData.values(16));
                    return network;
                });
        ModelUnderTest declared = model.builder().notDecaying("**").build();

        assertThat(reason(judge(check, declared)))
                .startsWith("no state was found in which neither data nor earlier steps move");
    }

    @Test
    void a_frozen_layer_is_left_out() {
        ReferenceModel model = ReferenceModel.regressor()
                .layers(noise -> List.of(
                        Layers.frozen(Layers.dense("hidden", ToyData.FEATURES, 24, noise)),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, 1, noise)))
                .rule(() -> UpdateRule.decaying(0.1, 1e-3).decayingOnly(WEIGHTS));

        assertThat(held(judge(check, declared(model))).examined()).hasSize(2);
    }

    @Test
    void without_a_declaration_nobody_knows_what_should_decay() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .isEqualTo("no weight decay is declared; write .decaying(\"**/weight\") or"
                        + " .notDecaying(\"**/bias\")");
    }

    @Test
    void a_pattern_that_matches_nothing_is_a_mistake() {
        ModelUnderTest model =
                ReferenceModel.regressor().builder().decaying("nowhere").build();

        assertThatThrownBy(() -> judge(check, model))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        ".decaying(\"nowhere\") matches no parameter; there are [hidden/");
    }

    @Test
    void what_is_frozen_cannot_be_asked() {
        ModelUnderTest model = ReferenceModel.regressor()
                .layers(noise -> List.of(
                        Layers.frozen(Layers.dense("hidden", ToyData.FEATURES, 24, noise)),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, 1, noise)))
                .builder()
                .notDecaying("hidden/**")
                .build();

        assertThat(reason(judge(check, model)))
                .isEqualTo("what is declared of weight decay matches no trainable parameter");
    }

    @Test
    void a_parameter_cannot_be_declared_both_ways() {
        ModelUnderTest model = ReferenceModel.regressor()
                .builder()
                .decaying("head/**")
                .notDecaying("**/bias")
                .build();

        assertThatThrownBy(() -> judge(check, model))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("head/bias is covered by .decaying(...) and by .notDecaying");
    }

    @Test
    void nothing_to_examine_is_no_success() {
        violated(judge(
                check,
                WrittenEvidence.about(Task.regression())
                        .with(new DecaySeen(), new DecayEvidence(List.of()))));
    }

    private static ModelUnderTest declared(ReferenceModel model) {
        return model.builder().decaying("**/weight").notDecaying("**/bias").build();
    }
}
