package dev.mltest.djl;

import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.violated;

import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.check.CheckReport;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Batch;
import dev.mltest.model.Task;

import org.junit.jupiter.api.Test;

import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/** What DJL's optimisers make of trackers. */
class ScheduleTest {

    private static final Batch BATCH = Samples.classes(6, 64);
    private static final IntToDoubleFunction DECLARED = step -> Math.pow(0.9, step);

    @Test
    void trackers_are_followed() {
        held(report(() -> Optimizer.sgd().setLearningRateTracker(factor(0.9f)).build()));
        held(report(() -> Optimizer.adam().optLearningRateTracker(factor(0.9f)).build()));
        held(report(() -> Optimizer.sgd()
                .setLearningRateTracker(factor(0.9f))
                .optMomentum(0.9f)
                .build()));
    }

    @Test
    void a_fixed_rate_and_another_factor_are_not_what_was_declared() {
        violated(report(() ->
                Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.1f)).build()));
        violated(report(() ->
                Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.01f)).build()));
        violated(report(
                () -> Optimizer.sgd().setLearningRateTracker(factor(0.8f)).build()));
    }

    private static Tracker factor(float factor) {
        return Tracker.factor()
                .setBaseValue(0.1f)
                .setFactor(factor)
                .optMaxUpdates(1000)
                .build();
    }

    private static CheckReport report(Supplier<Optimizer> optimizer) {
        return judge(
                DefaultChecks.ratesFollowTheSchedule(),
                Models.builder(Nets::mlp, BATCH)
                        .task(Task.classification(3))
                        .optimizer(optimizer)
                        .learningRates(DECLARED)
                        .build());
    }
}
