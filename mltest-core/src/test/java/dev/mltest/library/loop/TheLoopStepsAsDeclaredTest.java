package dev.mltest.library.loop;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.LoopStepsEvidence;
import dev.mltest.evidence.LoopStepsEvidence.ParameterUpdate;
import dev.mltest.evidence.LoopStepsEvidence.UpdateRank;
import dev.mltest.experiment.LoopSteps;
import dev.mltest.model.ElementType;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.model.Tensor;
import dev.mltest.model.TrainingLoop;
import dev.mltest.testing.AlarmRate;
import dev.mltest.testing.Approved;
import dev.mltest.testing.OwnLoops;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ReferenceNetwork;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.WeakHashMap;

class TheLoopStepsAsDeclaredTest {

    private static final int RUNS = 9;
    private static final int POOL = 4;

    private final Check check = new TheLoopStepsAsDeclared();
    private final ReferenceModel model =
            ReferenceModel.regressor().rule(() -> UpdateRule.descent(0.1));
    private final ReferenceModel noisy =
            ReferenceModel.classifier().rule(() -> UpdateRule.descent(0.1));

    @Test
    void holds_for_a_loop_that_does_what_was_declared() {
        assertThat(held(judge(check, declared(model, OwnLoops.of(model)))).examined())
                .hasSize(8);
    }

    @Test
    void holds_in_spite_of_dropout() {
        held(judge(check, declared(noisy, OwnLoops.of(noisy))));
    }

    @Test
    void catches_gradients_that_add_up() {
        Map<ReferenceNetwork, Map<ParameterPath, Tensor>> sums = new WeakHashMap<>();
        var loop = OwnLoops.of(model).step((network, batch) -> {
            var sum = sums.computeIfAbsent(network, unseen -> new HashMap<>());
            Gradients gradients = network.gradients(batch, Mode.TRAINING);
            gradients.parameters().forEach((path, gradient) -> {
                sum.merge(path, gradient, (old, more) -> old.plusScaled(more, 1));
                network.assign(path, network.value(path).plusScaled(sum.get(path), -0.1));
            });
        });

        Approved.verify(
                "the-loop-steps-as-declared.running-sum",
                failure(judge(check, declared(model, loop))));
    }

    @Test
    void catches_steps_that_are_too_long_in_spite_of_dropout() {
        var loop = OwnLoops.of(noisy).step((network, batch) -> descend(network, batch, 0.4));

        Approved.verify(
                "the-loop-steps-as-declared.too-long",
                failure(judge(check, declared(noisy, loop))));
    }

    @Test
    void catches_training_in_inference_mode() {
        var loop = OwnLoops.of(noisy).step((network, batch) -> {
            Gradients gradients = network.gradients(batch, Mode.INFERENCE);
            gradients
                    .parameters()
                    .forEach((path, gradient) ->
                            network.assign(path, network.value(path).plusScaled(gradient, -0.1)));
        });

        assertThat(failure(judge(check, declared(noisy, loop)))).contains("centre/runningMean");
    }

    @Test
    void accumulated_gradients_are_fine_where_they_are_declared() {
        assertThat(held(judge(check, declared(model, accumulating(0.25).accumulating(4))))
                        .examined())
                .hasSize(8);
    }

    @Test
    void catches_accumulated_gradients_that_are_not_averaged() {
        assertThat(failure(judge(check, declared(model, accumulating(1).accumulating(4)))))
                .contains("4.000 times as far as declared");
    }

    @Test
    void rounding_of_a_step_written_by_hand_is_not_accused() {
        var loop = OwnLoops.of(model).step((network, batch) -> descend(network, batch, 0.1));

        held(judge(check, declared(model, loop)));
    }

    @Test
    void another_model_cannot_be_compared() {
        ReferenceModel other = ReferenceModel.classifier();

        assertThat(reason(judge(check, declared(model, OwnLoops.of(other)))))
                .startsWith("the loop trains a model with other parameters");
    }

    @Test
    void an_examination_of_nothing_is_no_success() {
        var nothing = WrittenEvidence.about(Task.regression())
                .with(new LoopSteps(), new LoopStepsEvidence(false, 1, 1, 3, List.of(), List.of()));

        violated(judge(check, nothing));
    }

    @Test
    void without_a_declared_loop_there_is_nothing_to_examine() {
        assertThat(reason(judge(check, model))).startsWith("no training loop is declared");
    }

    @Test
    void a_rare_closeness_asks_for_one_more_seed() {
        var close = WrittenEvidence.about(Task.regression())
                .withEach(new LoopSteps(), seed -> ranked(seed == 1 ? 8 : 2));

        held(judge(check, close));
        assertThat(close.asked()).hasSize(2);
    }

    @Test
    void accuses_a_correct_loop_no_more_often_than_stated() {
        AlarmRate rate = AlarmRate.of(
                new TheLoopStepsAsDeclared(0.05), 10_000, seed -> drawn(seed, 1.0 / POOL));
        AlarmRate standard = AlarmRate.of(check, 10_000, seed -> drawn(seed, 1.0 / POOL));

        assertThat(rate.low()).isLessThanOrEqualTo(0.05);
        assertThat(standard.low()).isLessThanOrEqualTo(check.falseAlarmRate());
        assertThat(check.atFalseAlarmRate(0.01).falseAlarmRate()).isEqualTo(0.01);
    }

    @Test
    void finds_what_shows_more_often_more_often() {
        List<Double> power = new ArrayList<>();
        for (double share : List.of(0.25, 0.5, 0.7, 0.85, 0.95, 1.0)) {
            power.add(AlarmRate.of(check, 1_000, seed -> drawn(seed, share)).rate());
        }

        assertThat(power).isSorted().last().isEqualTo(1.0);
        Approved.verify("the-loop-steps-as-declared-power", power.toString());
    }

    private static WrittenEvidence drawn(long seed, double share) {
        return WrittenEvidence.about(Task.regression()).withEach(new LoopSteps(), other -> {
            Random random = new Random(31 * seed + other);
            List<UpdateRank> ranks = new ArrayList<>();
            for (int run = 1; run <= RUNS; run++) {
                for (int update = 1; update <= 2; update++) {
                    boolean out = random.nextDouble() < share;
                    boolean in = !out && random.nextDouble() < 1.0 / (POOL - 1);
                    ranks.add(new UpdateRank(run, update, out, in, 1));
                }
            }
            return evidence(ranks);
        });
    }

    private static LoopStepsEvidence ranked(int outermost) {
        List<UpdateRank> ranks = new ArrayList<>();
        for (int run = 1; run <= RUNS; run++) {
            for (int update = 1; update <= 2; update++) {
                ranks.add(new UpdateRank(run, update, run <= outermost, false, 1));
            }
        }
        return evidence(ranks);
    }

    private static LoopStepsEvidence evidence(List<UpdateRank> ranks) {
        Parameter weight = new Parameter(
                ParameterPath.of("head/weight"),
                Parameter.Role.TRAINABLE,
                Shape.of(2),
                ElementType.FLOAT32);
        return new LoopStepsEvidence(
                true,
                1,
                RUNS,
                POOL - 1,
                List.of(new ParameterUpdate(1, weight, 0.1, 0.1, 1, 1, 1e-7)),
                ranks);
    }

    /** Adds up the gradients of four steps. */
    private TrainingLoop<ReferenceNetwork> accumulating(double share) {
        Map<ReferenceNetwork, List<Gradients>> seen = new WeakHashMap<>();
        return OwnLoops.of(model).step((network, batch) -> {
            List<Gradients> all = seen.computeIfAbsent(network, unseen -> new ArrayList<>());
            all.add(network.gradients(batch, Mode.TRAINING));
            if (all.size() == 4) {
                for (Gradients gradients : all) {
                    gradients
                            .parameters()
                            .forEach((path, gradient) -> network.assign(
                                    path, network.value(path).plusScaled(gradient, -0.1 * share)));
                }
                all.clear();
            }
        });
    }

    private static void descend(
            ReferenceNetwork network, dev.mltest.model.Batch batch, double rate) {
        Gradients gradients = network.gradients(batch, Mode.TRAINING);
        gradients
                .parameters()
                .forEach((path, gradient) ->
                        network.assign(path, network.value(path).plusScaled(gradient, -rate)));
    }

    private static ModelUnderTest declared(
            ReferenceModel model, TrainingLoop<ReferenceNetwork> loop) {
        return model.builder().trainingLoop(loop).build();
    }
}
