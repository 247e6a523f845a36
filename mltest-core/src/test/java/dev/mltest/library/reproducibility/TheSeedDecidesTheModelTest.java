package dev.mltest.library.reproducibility;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.SameSeedEvidence;
import dev.mltest.experiment.SameSeed;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Noise;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

class TheSeedDecidesTheModelTest {

    private final Check check = new TheSeedDecidesTheModel();

    @Test
    void holds_for_a_model_with_dropout() {
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void holds_for_a_model_that_cannot_be_trained() {
        assertThat(held(judge(check, ReferenceModel.regressor())).examined()).hasSize(4);
    }

    @Test
    void names_the_tensor_that_is_drawn_without_a_seed() {
        AtomicLong clock = new AtomicLong(5);
        ReferenceModel model = ReferenceModel.regressor()
                .layers(noise -> List.of(
                        Layers.frozen(Layers.dense(
                                "embedding",
                                ToyData.FEATURES,
                                24,
                                new Noise(clock.incrementAndGet()))),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, 1, noise)));

        Approved.verify("the-seed-decides-the-model.one-tensor", failure(judge(check, model)));
    }

    @Test
    void names_the_seed_where_nothing_repeats() {
        AtomicLong clock = new AtomicLong(5);
        ReferenceModel model = ReferenceModel.regressor();
        var unseeded = ModelUnderTest.named(
                        "unseeded", (seed, device) -> model.network(clock.incrementAndGet()))
                .task(Task.regression())
                .trainingData(ToyData.values(64))
                .build();

        Approved.verify("the-seed-decides-the-model.no-seed", failure(judge(check, unseeded)));
    }

    @Test
    void names_the_step_at_which_noise_without_a_seed_parts_the_models() {
        AtomicLong clock = new AtomicLong(5);
        ReferenceModel model = ReferenceModel.regressor().after("hidden", () -> {
            double shift = clock.incrementAndGet() * 1e-3;
            return Layers.elementwise("shift", x -> x + shift, y -> 1);
        });

        assertThat(failure(judge(check, model))).contains("differing elements after step");
    }

    @Test
    void a_model_without_parameters_is_no_success() {
        var nothing = WrittenEvidence.about(Task.regression())
                .with(new SameSeed(), new SameSeedEvidence(1, 2, true, 2, 0, List.of(), List.of()));

        violated(judge(check, nothing));
    }

    @Test
    void a_predictor_shows_no_parameters() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .contains("can only predict here");
    }
}
