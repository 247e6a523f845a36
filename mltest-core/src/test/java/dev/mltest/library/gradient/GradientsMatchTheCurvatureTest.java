package dev.mltest.library.gradient;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.experiment.Curvatures;
import dev.mltest.experiment.Laboratory;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;

import org.junit.jupiter.api.Test;

import java.util.List;

class GradientsMatchTheCurvatureTest {

    private final Check check = new GradientsMatchTheCurvature();

    @Test
    void holds_on_correct_models() {
        held(judge(check, ReferenceModel.classifier()));
        held(judge(check, ReferenceModel.regressor()));
    }

    @Test
    void catches_a_derivative_that_does_not_follow_its_function() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("tanh", Layers.elementwise("square", x -> x * x + x, y -> 1));

        Approved.verifyWords(
                "gradients-match-the-curvature.constant-derivative", failure(judge(check, model)));
    }

    @Test
    void dropout_draws_the_same_mask_for_each_look() {
        held(judge(check, ReferenceModel.classifier().after("tanh", Layers.dropout("drop", 0.5))));
    }

    @Test
    void a_loss_that_is_no_number_is_left_to_others() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("tanh", Layers.elementwise("root", x -> Math.sqrt(x - 9), y -> 1));

        assertThat(reason(judge(check, model))).contains("the loss is NaN");
    }

    @Test
    void a_loss_that_does_not_bend_says_nothing() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("head", ToyData.FEATURES, ToyData.CLASSES, noise),
                        Layers.elementwise("zero", x -> 0, y -> 0)));

        assertThat(reason(judge(check, model))).contains("bends too little");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .contains("can only predict here");
    }

    @Test
    void costs_no_more_than_declared() {
        try (Laboratory laboratory = new Laboratory(ReferenceModel.regressor().build())) {
            laboratory.ask(new Curvatures(), 1);

            assertThat(laboratory.spent().isWithin(laboratory.price(new Curvatures())))
                    .isTrue();
        }
    }
}
