package dev.mltest.library.reproducibility;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mltest.check.Check;
import dev.mltest.check.Measurement;
import dev.mltest.evidence.ThreadsEvidence;
import dev.mltest.evidence.ThreadsEvidence.Figure;
import dev.mltest.evidence.ThreadsEvidence.Kind;
import dev.mltest.experiment.ThreadCounts;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.DelegatingTrainable;
import dev.mltest.testing.Layer;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Noise;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Supplier;

class AnotherThreadCountGivesTheSameNumbersTest {

    private final Check check = new AnotherThreadCountGivesTheSameNumbers();

    @Test
    void holds_where_sums_are_rounded_otherwise() {
        assertThat(held(judge(check, new RoundedOtherwise().get())).examined()).hasSize(13);
    }

    @Test
    void an_optimizer_that_divides_by_the_size_of_a_gradient_may_turn_round_off_round() {
        held(judge(check, new Centred().get()));
    }

    @Test
    void catches_a_layer_that_loses_the_part_of_a_thread() {
        Approved.verify(
                "another-thread-count-gives-the-same-numbers.lost-part",
                failure(judge(check, new LostPart().get())));
    }

    @Test
    void catches_weights_that_are_drawn_by_each_thread() {
        assertThat(violated(judge(check, new DrawnByThreads().get())).violations())
                .extracting(Measurement::locus, Measurement::quantity)
                .containsExactly(tuple("hidden/weight", "difference of its start"));
    }

    @Test
    void catches_gradients_and_steps_that_hang_on_the_threads() {
        assertThat(violated(judge(check, new LostGradient().get())).violations())
                .extracting(Measurement::quantity)
                .containsOnly("difference of its gradient");
        assertThat(violated(judge(check, new OtherRate().get())).violations())
                .extracting(Measurement::quantity)
                .containsOnly("difference of its step");
    }

    @Test
    void without_a_class_that_describes_it_a_model_cannot_be_made_elsewhere() {
        assertThat(reason(judge(check, ReferenceModel.regressor()))).contains(".rebuiltBy(");
    }

    @Test
    void a_model_without_a_switch_is_not_asked() {
        ModelUnderTest model = ReferenceModel.regressor()
                .as(network -> new DelegatingTrainable(network) {
                    @Override
                    public dev.mltest.model.JvmSettings threads(int count) {
                        return new PlainPredictor(network).threads(count);
                    }
                })
                .builder()
                .rebuiltBy(RoundedOtherwise.class)
                .build();

        assertThat(reason(judge(check, model)))
                .isEqualTo("nothing says how many threads plain Java, cpu computes with");
    }

    @Test
    void nothing_compared_is_no_success_and_what_is_no_number_is_not_the_same() {
        violated(judge(check, written()));
        violated(judge(
                check, written(new Figure(Kind.OUTPUT, "output", Double.NaN, 1, 0, 0x1p-23))));
        held(judge(check, written(new Figure(Kind.OUTPUT, "output", 1e-6, 1, 0, 0x1p-23))));
        violated(judge(check, written(new Figure(Kind.OUTPUT, "output", 1e-3, 1, 0, 0x1p-23))));
    }

    private static WrittenEvidence written(Figure... figures) {
        return WrittenEvidence.about(Task.regression())
                .with(new ThreadCounts(), new ThreadsEvidence(1, 4, 100, List.of(figures)));
    }

    private static int threads() {
        return Integer.getInteger("toy.threads", 1);
    }

    private static ModelUnderTest described(
            ReferenceModel model, Class<? extends Supplier<ModelUnderTest>> by) {
        return model.builder().rebuiltBy(by).build();
    }

    static final class RoundedOtherwise implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            Layer sums = Layers.elementwise("sums", x -> x * (1 + 3e-8 * threads()), y -> 1);
            return described(ReferenceModel.regressor().after("tanh", sums), getClass());
        }
    }

    static final class Centred implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            Layer sums = Layers.elementwise("sums", x -> x * (1 + 3e-8 * threads()), y -> 1);
            return described(
                    ReferenceModel.regressor()
                            .after("hidden", Layers.centreByBatch("centre", 24))
                            .after("tanh", sums),
                    getClass());
        }
    }

    static final class LostPart implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            Layer sums = Layers.elementwise("sums", x -> threads() > 1 ? 0.99 * x : x, y -> 1);
            return described(ReferenceModel.regressor().after("tanh", sums), getClass());
        }
    }

    static final class LostGradient implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            Layer cut = Layers.elementwise("cut", x -> x, y -> threads() > 1 ? 0.99 : 1);
            return described(ReferenceModel.regressor().after("tanh", cut), getClass());
        }
    }

    static final class OtherRate implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return described(
                    ReferenceModel.regressor().rule(() -> UpdateRule.adam(0.01 * threads())),
                    getClass());
        }
    }

    static final class DrawnByThreads implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return described(
                    ReferenceModel.regressor()
                            .layers(noise -> List.of(
                                    Layers.dense(
                                            "hidden", ToyData.FEATURES, 24, new Noise(threads())),
                                    Layers.tanh("tanh"),
                                    Layers.dense("head", 24, 1, noise))),
                    getClass());
        }
    }
}
