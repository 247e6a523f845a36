package dev.mltest.library.step;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layer;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Noise;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;

import org.junit.jupiter.api.Test;

import java.util.List;

class FrozenParametersStayFixedTest {

    private final Check check = new FrozenParametersStayFixed();

    @Test
    void holds_where_the_framework_freezes() {
        assertThat(held(judge(check, frozenDense())).examined()).hasSize(2);
    }

    @Test
    void holds_where_a_declared_layer_is_left_alone() {
        var model = ReferenceModel.regressor()
                .rule(() -> UpdateRule.adam(0.02).forgetting("head/bias"))
                .builder()
                .frozen("head/bias")
                .build();

        assertThat(held(judge(check, model)).examined()).hasSize(1);
    }

    @Test
    void catches_a_declared_parameter_that_the_framework_trains() {
        var model = ReferenceModel.regressor().builder().frozen("hidden/**").build();

        Approved.verify(
                "frozen-parameters-stay-fixed.declared-but-trained", failure(judge(check, model)));
    }

    @Test
    void catches_decay_that_acts_on_frozen_parameters() {
        ReferenceModel model =
                frozenDense().rule(() -> UpdateRule.decaying(0.1, 0.01).reachingFrozen());

        Approved.verify(
                "frozen-parameters-stay-fixed.decay-after-freeze", failure(judge(check, model)));
    }

    @Test
    void tells_decay_from_training_where_frozen_was_only_declared() {
        var model = ReferenceModel.regressor()
                .rule(() -> UpdateRule.decaying(0.1, 0.01))
                .after("hidden", Layers.elementwise("cut", x -> x, y -> 0))
                .builder()
                .frozen("hidden/weight")
                .build();

        assertThat(failure(judge(check, model)))
                .contains("without a gradient: something acts on it after the freeze")
                .doesNotContain("the framework trains it");
    }

    @Test
    void catches_running_statistics_of_a_frozen_layer_that_move() {
        ReferenceModel model = regressor(noise -> Layers.frozen(Layers.block(
                "backbone",
                Layers.dense("dense", ToyData.FEATURES, 24, noise),
                Layers.centre("centre", 24))));

        Approved.verify(
                "frozen-parameters-stay-fixed.statistics-move", failure(judge(check, model)));
    }

    @Test
    void running_statistics_of_a_layer_that_trains_may_move() {
        ReferenceModel model = regressor(noise -> Layers.block(
                "backbone",
                Layers.frozen(Layers.dense("dense", ToyData.FEATURES, 24, noise)),
                Layers.rowPosition("position", 32, 24),
                Layers.centre("centre", 24)));

        assertThat(held(judge(check, model)).examined()).hasSize(2);
    }

    @Test
    void a_frozen_parameter_that_becomes_nan_has_moved() {
        ReferenceModel model =
                frozenDense().rule(() -> UpdateRule.descent(Double.NaN).reachingFrozen());

        assertThat(failure(judge(check, model)))
                .contains("hidden/weight [4x24]   changed elements = 96   allowed = 0");
    }

    @Test
    void without_frozen_parameters_there_is_nothing_to_examine() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .isEqualTo("no parameter is frozen");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo("'toy-regressor' can only predict here: it has no optimizer");
    }

    private static ReferenceModel frozenDense() {
        return regressor(
                noise -> Layers.frozen(Layers.dense("hidden", ToyData.FEATURES, 24, noise)));
    }

    private static ReferenceModel regressor(java.util.function.Function<Noise, Layer> hidden) {
        return ReferenceModel.regressor()
                .layers(noise -> List.of(
                        hidden.apply(noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, 1, noise)));
    }
}
