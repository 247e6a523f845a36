package dev.mltest.library.loop;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.NoiseEvidence;
import dev.mltest.experiment.TrainingNoiseSeen;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class TrainingDrawsItsNoiseTest {

    private final Check check = new TrainingDrawsItsNoise();

    @Test
    void holds_where_dropout_acts() {
        held(judge(
                check,
                ReferenceModel.classifier().builder().drawsNoiseInTraining().build()));
    }

    @Test
    void catches_dropout_that_never_acts() {
        ReferenceModel still =
                ReferenceModel.regressor().after("hidden", Layers.dropout("dropout", 0));

        Approved.verify(
                "training-draws-its-noise.dropout-off",
                failure(judge(check, still.builder().drawsNoiseInTraining().build())));
    }

    @Test
    void does_not_ask_for_noise_that_nobody_declared() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .isEqualTo("no noise is declared; write .drawsNoiseInTraining() if a pass in"
                        + " training mode draws random numbers");
    }

    @Test
    void a_predictor_is_not_trained() {
        var predictor = ReferenceModel.classifier()
                .as(PlainPredictor::new)
                .builder()
                .drawsNoiseInTraining()
                .build();

        assertThat(reason(judge(check, predictor))).contains("can only predict here");
    }

    @Test
    void no_output_at_all_is_no_success() {
        var nothing = WrittenEvidence.about(Task.regression())
                .with(new TrainingNoiseSeen(), new NoiseEvidence(List.of()));

        violated(judge(check, nothing));
    }
}
