package dev.mltest.library.capacity;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.Check;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.OverfitEvidence;
import dev.mltest.evidence.OverfitEvidence.Curve;
import dev.mltest.evidence.OverfitEvidence.Leftover;
import dev.mltest.evidence.OverfitEvidence.Point;
import dev.mltest.experiment.Laboratory;
import dev.mltest.experiment.OverfitOneBatch;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class OneBatchIsOverfittedTest {

    private final Check check = new OneBatchIsOverfitted();

    @Test
    void holds_on_a_correct_model() {
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_a_model_that_is_stuck() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("tanh", Layers.elementwise("vanished", x -> x * 1e-4, y -> 0));

        Approved.verify("one-batch-is-overfitted.stuck", failure(judge(check, model)));
    }

    @Test
    void catches_training_that_diverges() {
        ReferenceModel model = ReferenceModel.regressor().rule(() -> UpdateRule.descent(3));

        Approved.verify("one-batch-is-overfitted.diverging", failure(judge(check, model)));
    }

    @Test
    void a_slow_run_that_still_falls_is_not_judged() {
        ReferenceModel model = ReferenceModel.regressor().rule(() -> UpdateRule.adam(1e-4));

        assertThat(reason(judge(check, model)))
                .matches(
                        "still falling at \\S+ a step after 400 steps; at that pace it would take about \\d+ more");
    }

    /** Made anew for each model, since a rule keeps state. */
    private static List<UpdateRule> usualRules() {
        return List.of(
                UpdateRule.adam(1e-3),
                UpdateRule.adam(3e-4),
                UpdateRule.adam(1e-4),
                UpdateRule.descent(1e-2),
                UpdateRule.descent(1e-3),
                UpdateRule.descent(3e-4));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void a_correct_model_with_a_usual_rate_is_never_accused(int rule) {
        ReferenceModel model =
                ReferenceModel.classifier().rule(() -> usualRules().get(rule));

        try (Laboratory laboratory = new Laboratory(model.build())) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            assertThat(LongStream.range(0, 10).mapToObj(seed -> runner.run(check, seed)))
                    .extracting(CheckReport::outcome)
                    .doesNotHaveAnyElementsOfTypes(Outcome.Violated.class);
        }
    }

    @Test
    void a_run_that_hardly_moves_is_not_judged() {
        ReferenceModel model = ReferenceModel.regressor().rule(() -> UpdateRule.descent(0));

        assertThat(reason(judge(check, model)))
                .isEqualTo(
                        "the loss hardly moved in 400 steps; the learning rate is too low to tell");
    }

    @Test
    void a_batch_whose_targets_agree_has_nothing_to_learn() {
        Batch classes = ToyData.classes(256);
        Batch oneClass =
                Batch.of(classes.input("input"), ArrayTensor.ofLongs(Shape.of(256), new long[256]));

        assertThat(reason(judge(check, ReferenceModel.classifier().data(oneClass))))
                .isEqualTo(
                        "all targets of the batch agree: the best constant outputs have a loss of 0");
    }

    @Test
    void a_curve_that_falls_and_then_stays_is_stuck() {
        violated(judge(check, written(i -> i < 10 ? 1.0 - 0.05 * i : 0.5)));
    }

    @Test
    void a_curve_that_falls_evenly_is_slow() {
        assertThat(reason(judge(check, written(i -> 1 - 0.01 * i))))
                .isEqualTo("still falling at 9.750e-04 a step after 400 steps;"
                        + " at that pace it would take about 513 more");
    }

    @Test
    void a_curve_that_ends_in_nan_is_violated() {
        assertThat(failure(judge(check, written(i -> i < 40 ? 1 - 0.01 * i : Double.NaN))))
                .contains("the loss is not a number (16 examples, 400 steps; seed 1)")
                .contains("the loss starts at 1 and is NaN after 400 steps");
    }

    @Test
    void a_run_that_diverges_before_anything_else_is_seen_is_violated() {
        Curve curve = new Curve(
                10,
                List.of(new Point(0, 5, Double.NaN), new Point(10, Double.POSITIVE_INFINITY, 9)));

        violated(judge(check, written(curve, 1, 0)));
    }

    @Test
    void a_loss_below_zero_is_not_taken_for_targets_that_agree() {
        Curve curve = new Curve(10, List.of(new Point(0, -1, Double.NaN)));

        assertThat(reason(judge(check, written(curve, -0.7, 0))))
                .isEqualTo("by this loss, outputs equal to the targets (0) are no better than"
                        + " the best constant ones (-0.7000)");
    }

    @Test
    void a_custom_task_without_a_stated_floor_is_not_judged() {
        assertThat(reason(judge(check, ReferenceModel.regressor().task(Task.custom("ranking")))))
                .isEqualTo("the smallest loss of a custom task is not known;"
                        + " Task.custom(...).lossCanFallTo(loss) states it");
    }

    @Test
    void a_custom_task_with_a_stated_floor_is_judged() {
        ReferenceModel model =
                ReferenceModel.regressor().task(Task.custom("ranking").lossCanFallTo(0));

        held(judge(check, model));
    }

    @Test
    void a_penalty_may_keep_up_to_half_of_what_was_to_be_learnt() {
        IntToDoubleFunction plateau = i -> i < 10 ? 1.0 - 0.06 * i : 0.4;

        held(judge(check, written(plateau, 0.1)));
        violated(judge(check, written(plateau, 0)));
    }

    @Test
    void a_batch_that_was_not_learnt_by_bad_luck_is_outvoted() {
        held(judge(check, writtenEach(seed -> curve(seed == 1 ? 0.3 : 0.04, 400))));
    }

    @Test
    void a_batch_that_was_learnt_by_luck_does_not_hide_that_others_were_not() {
        violated(judge(check, writtenEach(seed -> curve(seed == 1 ? 0.06 : 0.9, 400))));
    }

    @Test
    void batches_of_which_as_many_are_learnt_as_are_stuck_tell_nothing() {
        WrittenEvidence halves =
                writtenEach(seed -> seed < 5 ? curve(seed % 2 == 0 ? 0.06 : 0.9, 400) : slow());

        assertThat(reason(judge(check, halves)))
                .isEqualTo("2 of 5 batches were learnt, 2 were stuck and the others slow");
    }

    @Test
    void the_layer_that_what_is_left_cannot_reach_is_named() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("first", ToyData.FEATURES, 8, noise),
                        Layers.relu("relu"),
                        Layers.startedAt(-3, 1, Layers.dense("narrow", 8, 2, noise)),
                        Layers.relu("gate"),
                        Layers.dense("head", 2, ToyData.CLASSES, noise)));

        Approved.verify("one-batch-is-overfitted.silent", failure(judge(check, model)));
    }

    private static Curve slow() {
        return new Curve(
                400,
                IntStream.rangeClosed(0, 40)
                        .mapToObj(i -> new Point(10 * i, 1 - 0.01 * i, Double.NaN))
                        .toList());
    }

    private static Curve curve(double end, int steps) {
        return new Curve(
                steps,
                IntStream.rangeClosed(0, 40)
                        .mapToObj(i -> new Point(
                                steps / 40 * i, i < 10 ? 1 - (1 - end) * i / 10 : end, Double.NaN))
                        .toList());
    }

    private static WrittenEvidence writtenEach(LongFunction<Curve> curve) {
        return WrittenEvidence.about(Task.regression())
                .withEach(
                        new OverfitOneBatch(),
                        seed -> new OverfitEvidence(
                                16,
                                1,
                                0,
                                0,
                                curve.apply(seed),
                                curve.apply(seed),
                                Leftover.none()));
    }

    private static WrittenEvidence written(IntToDoubleFunction loss, double downhill) {
        List<Point> points = IntStream.rangeClosed(0, 40)
                .mapToObj(i -> new Point(10 * i, loss.applyAsDouble(i), Double.NaN))
                .toList();
        Curve curve = new Curve(400, points);
        return WrittenEvidence.about(Task.regression())
                .with(
                        new OverfitOneBatch(),
                        new OverfitEvidence(16, 1, 0, downhill, curve, curve, Leftover.none()));
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo("'toy-regressor' can only predict here: it has no optimizer");
    }

    private static WrittenEvidence written(IntToDoubleFunction loss) {
        List<Point> points = IntStream.rangeClosed(0, 40)
                .mapToObj(i -> new Point(10 * i, loss.applyAsDouble(i), Double.NaN))
                .toList();
        return written(new Curve(400, points), 1, 0);
    }

    private static WrittenEvidence written(Curve curve, double chance, double floor) {
        return WrittenEvidence.about(Task.regression())
                .with(
                        new OverfitOneBatch(),
                        new OverfitEvidence(16, chance, floor, 0, curve, curve, Leftover.none()));
    }
}
