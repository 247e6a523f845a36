package dev.mltest.library.reproducibility;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.Check;
import dev.mltest.evidence.NewJvmEvidence;
import dev.mltest.experiment.NewJvm;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Noise;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Supplier;

class ANewJvmGivesTheSameModelTest {

    private static final long STARTED = ProcessHandle.current().pid();

    private final Check check = new ANewJvmGivesTheSameModel();

    @Test
    void holds_for_a_model_that_its_seed_decides() {
        var model =
                ReferenceModel.classifier().builder().rebuiltBy(Seeded.class).build();

        assertThat(held(judge(check, model)).examined()).hasSize(7);
    }

    @Test
    void catches_weights_that_hang_on_the_process() {
        Approved.verify(
                "a-new-jvm-gives-the-same-model.process",
                failure(judge(check, new OfThisProcess().get())));
    }

    @Test
    void a_description_that_cannot_be_made_is_a_mistake_in_the_configuration() {
        var model =
                ReferenceModel.regressor().builder().rebuiltBy(Throwing.class).build();

        assertThatThrownBy(() -> judge(check, model))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(".rebuiltBy(...)")
                .hasMessageContaining("not here");
    }

    @Test
    void without_a_class_that_describes_it_a_model_cannot_be_made_elsewhere() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .isEqualTo("no class that describes the model elsewhere is declared; write"
                        + " .rebuiltBy(DigitsModel.class)");
    }

    @Test
    void a_model_without_parameters_is_no_success() {
        var nothing = WrittenEvidence.about(Task.regression())
                .with(new NewJvm(), new NewJvmEvidence(3, List.of()));

        violated(judge(check, nothing));
    }

    static final class Seeded implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return ReferenceModel.classifier().build();
        }
    }

    static final class OfThisProcess implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return ReferenceModel.regressor()
                    .layers(noise -> List.of(
                            Layers.dense("hidden", ToyData.FEATURES, 24, new Noise(STARTED)),
                            Layers.tanh("tanh"),
                            Layers.dense("head", 24, 1, noise)))
                    .builder()
                    .rebuiltBy(OfThisProcess.class)
                    .build();
        }
    }

    static final class Throwing implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            throw new IllegalStateException("not here");
        }
    }
}
