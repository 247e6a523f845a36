package dev.mltest.sample.broken.djl;

import static dev.mltest.sample.broken.Accusation.expect;

import org.junit.jupiter.api.Test;

/** Every mistake is found by the check that is about it, at the right place, in the right words. */
class BrokenTwinsTests {

    @Test
    void a_softmax_too_many() {
        expect(SoftmaxTwice.model(), "softmax-is-applied-once", "softmax");
    }

    @Test
    void a_branch_cut_off_from_the_gradient() {
        expect(
                new DetachedBranch().get(),
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
        expect(NoMirror.model(), "declared-relations-hold", "edges/fine");
    }
}
