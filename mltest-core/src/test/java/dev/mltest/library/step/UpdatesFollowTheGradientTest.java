package dev.mltest.library.step;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.UpdateCourseEvidence;
import dev.mltest.evidence.UpdateCourseEvidence.Moment;
import dev.mltest.experiment.UpdateCourse;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

class UpdatesFollowTheGradientTest {

    private final Check check = new UpdatesFollowTheGradient();

    @Test
    void holds_on_a_correct_model() {
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_swapped_memories_of_adam() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("first", ToyData.FEATURES, 24, noise),
                        Layers.relu("relu1"),
                        Layers.dense("second", 24, 24, noise),
                        Layers.relu("relu2"),
                        Layers.dense("head", 24, ToyData.CLASSES, noise)))
                .rule(() -> UpdateRule.adam(0.02, 0.999, 0.9));

        Approved.verify(
                "updates-follow-the-gradient.swapped-memories", failure(judge(check, model)));
    }

    @Test
    void a_warm_up_that_grows_evenly_is_no_fault() {
        held(judge(check, written(i -> i, i -> 1)));
    }

    @Test
    void steps_that_grow_with_the_gradient_are_no_fault() {
        held(judge(check, written(i -> Math.pow(3, i), i -> Math.pow(3, i))));
    }

    @Test
    void a_gradient_that_vanishes_while_updates_stay_is_no_fault() {
        held(judge(check, written(i -> 1, i -> Math.pow(0.1, i))));
    }

    @Test
    void steps_that_grow_by_themselves_are_accused() {
        violated(judge(check, written(i -> Math.pow(3, i), i -> 1)));
    }

    @Test
    void accumulated_gradients_leave_steps_without_any_update_out() {
        held(judge(check, written(i -> i % 2 == 0 ? 0 : 1, i -> 1)));
    }

    @Test
    void updates_that_grow_while_the_gradient_is_gone_are_accused() {
        violated(judge(check, written(i -> Math.pow(3, i), i -> 0)));
    }

    @Test
    void a_short_warm_up_is_no_fault() {
        held(judge(check, written(i -> i == 0 ? 1e-6 : 1, i -> 1)));
    }

    @Test
    void updates_of_size_zero_decide_nothing() {
        assertThat(reason(judge(check, written(i -> 0, i -> 1))))
                .isEqualTo("there are too few updates of a size other than 0 to compare, in 7");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo("'toy-regressor' can only predict here: it has no optimizer");
    }

    private static WrittenEvidence written(
            IntToDoubleFunction update, IntToDoubleFunction gradient) {
        List<Moment> moments = IntStream.range(0, 7)
                .mapToObj(
                        i -> new Moment(20 * i, gradient.applyAsDouble(i), update.applyAsDouble(i)))
                .toList();
        return WrittenEvidence.about(Task.regression())
                .with(new UpdateCourse(), new UpdateCourseEvidence(4, moments));
    }
}
