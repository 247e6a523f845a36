package dev.mltest.library.reproducibility;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.SameSeedEvidence;
import dev.mltest.evidence.SameSeedEvidence.SeededParameter;
import dev.mltest.experiment.SameSeed;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Noise;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ReferenceNetwork;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class AnotherSeedStartsElsewhereTest {

    private final Check check = new AnotherSeedStartsElsewhere();

    @Test
    void holds_where_the_seed_draws_the_weights() {
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_a_seed_that_is_not_passed_on() {
        Approved.verify(
                "another-seed-starts-elsewhere.seed-ignored",
                failure(judge(check, alwaysFrom(ReferenceModel.classifier()))));
    }

    @Test
    void pretrained_weights_are_the_same_under_every_seed() {
        ReferenceModel model = ReferenceModel.regressor();
        var pretrained = ModelUnderTest.named("pretrained", (seed, device) -> trained(model))
                .task(Task.regression())
                .trainingData(ToyData.values(64))
                .build();

        assertThat(reason(judge(check, pretrained))).contains("may have been learnt");
    }

    @Test
    void a_pretrained_backbone_with_a_new_head_starts_elsewhere() {
        ReferenceModel model = ReferenceModel.regressor()
                .layers(noise -> List.of(
                        Layers.dense("backbone", ToyData.FEATURES, 24, new Noise(3)),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, 1, noise)));

        held(judge(check, model));
    }

    @Test
    void zeros_are_not_drawn() {
        Parameter weight = new Parameter(
                ParameterPath.of("head/weight"),
                Parameter.Role.TRAINABLE,
                Shape.of(4, 3),
                ElementType.FLOAT32);
        var zeros = new SeededParameter(weight, false, 12, 1, 0, 0, 0, 0);
        var convex = WrittenEvidence.about(Task.classification(3))
                .with(
                        new SameSeed(),
                        new SameSeedEvidence(1, 2, true, 2, 0, List.of(zeros), List.of()));

        assertThat(reason(judge(check, convex)))
                .isEqualTo("no trainable weight looks drawn at random");
    }

    @Test
    void where_nobody_knows_what_guessing_costs_nothing_is_accused() {
        ReferenceModel custom = ReferenceModel.regressor().task(Task.custom("a game"));

        assertThat(reason(judge(check, alwaysFrom(custom)))).contains("may have been learnt");
    }

    @Test
    void an_unanswered_question_is_not_a_pass() {
        assertThat(reason(judge(check, WrittenEvidence.about(Task.regression()))))
                .contains(new SameSeed().id());
    }

    @Test
    void a_predictor_shows_no_parameters() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .contains("can only predict here");
    }

    private static ModelUnderTest alwaysFrom(ReferenceModel model) {
        ModelUnderTest described = model.build();
        return ModelUnderTest.named("one-seed", (seed, device) -> model.network(5))
                .task(described.task())
                .trainingData(described.trainingData())
                .build();
    }

    private static ReferenceNetwork trained(ReferenceModel model) {
        ReferenceNetwork network = model.network(5);
        for (int i = 0; i < 100; i++) {
            network.step(ToyData.values(64));
        }
        return network;
    }
}
