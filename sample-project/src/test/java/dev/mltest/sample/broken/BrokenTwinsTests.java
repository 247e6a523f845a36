package dev.mltest.sample.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.FailureText;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

/** Every mistake is found by the check that is about it, at the right place, in the right words. */
class BrokenTwinsTests {

    private static final long SEED = 42;

    @Test
    void a_softmax_too_many() {
        expect(SoftmaxTwice.model(), "softmax-is-applied-once", "softmax");
    }

    @Test
    void a_branch_cut_off_from_the_gradient() {
        expect(
                DetachedBranch.model(),
                "gradients-reach-every-parameter",
                "network/edges/coarse/convolution/weight [4x1x5x5]");
    }

    @Test
    void the_wrong_layer_frozen() {
        expect(WrongLayerFrozen.model(), "training-changes-every-parameter", "head/weight [29x32]");
    }

    @Test
    void a_reshape_that_mixes_examples() {
        expect(MixingPool.model(), "examples-do-not-mix", "network/pool");
    }

    @Test
    void a_learning_rate_of_the_wrong_sign() {
        expect(ClimbingOptimizer.model(), "a-step-lowers-the-loss", "optimizer");
    }

    @Test
    void a_loss_that_broadcasts() {
        expect(BroadcastLoss.model(), "loss-is-the-mean-of-its-examples", "loss");
    }

    @Test
    void a_loss_that_overflows() {
        expect(OverflowingLoss.model(), "stays-finite-under-stress", "loss");
    }

    @Test
    void a_declared_symmetry_that_does_not_hold() {
        expect(NoMirror.model(), "declared-relations-hold", "case");
    }

    private static void expect(ModelUnderTest twin, String checkId, String place) {
        List<CheckReport> violated = violatedBy(twin);
        assertThat(places(violated, checkId))
                .as("places found by %s", checkId)
                .anyMatch(found -> found.startsWith(place));
        Approved.isApproved(twin.name(), texts(violated));
    }

    private static List<CheckReport> violatedBy(ModelUnderTest twin) {
        try (Laboratory laboratory = new Laboratory(twin)) {
            return new CheckRunner(laboratory, Budget.unlimited())
                    .run(DefaultChecks.suite(), SEED).stream()
                            .filter(report -> report.outcome() instanceof Outcome.Violated)
                            .toList();
        }
    }

    private static List<String> places(List<CheckReport> violated, String checkId) {
        return violated.stream()
                .filter(report -> report.checkId().equals(checkId))
                .flatMap(report -> ((Outcome.Violated) report.outcome()).violations().stream())
                .map(Measurement::locus)
                .toList();
    }

    private static String texts(List<CheckReport> violated) {
        return violated.stream()
                .map(report -> FailureText.of(report, ".withSeed(" + SEED + ")"))
                .collect(Collectors.joining("\n\n"));
    }
}
