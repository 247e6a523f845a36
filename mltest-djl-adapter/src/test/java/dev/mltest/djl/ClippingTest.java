package dev.mltest.djl;

import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.check.CheckReport;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Batch;
import dev.mltest.model.Task;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.function.Supplier;

/** What DJL's gradient clipping does. */
class ClippingTest {

    private static final Batch BATCH = Samples.classes(6, 4);
    private static final float LIMIT = 0.05f;

    /**
     * DJL's native update clamps what is above the limit, and lets what is below its negative pass.
     */
    @Test
    @Tag("pytorch")
    void on_pytorch_large_negative_elements_pass() {
        assertThat(violated(report(() -> sgd(LIMIT))).violations())
                .allMatch(seen -> seen.quantity().endsWith("size followed over the limit"));
    }

    @Test
    void a_clip_that_is_left_out_is_seen() {
        violated(report(Models::sgd));
    }

    @Test
    void a_first_step_of_adam_tells_nothing() {
        assertThat(reason(report(Models::adam)))
                .startsWith("first updates are not in proportion to gradients");
    }

    private static CheckReport report(Supplier<Optimizer> optimizer) {
        return judge(
                DefaultChecks.clippingHoldsAsDeclared(),
                Models.builder(Nets::mlp, BATCH)
                        .task(Task.classification(3))
                        .loss(block -> Loss.softmaxCrossEntropyLoss())
                        .optimizer(optimizer)
                        .clippingValuesAt(LIMIT)
                        .build());
    }

    private static Optimizer sgd(float limit) {
        return Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed(0.1f))
                .optClipGrad(limit)
                .build();
    }
}
