package dev.mltest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckRunner;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;

import org.junit.jupiter.api.Test;

/**
 * Nearly all of a suite's time is spent in the engine's forward passes, backward passes and steps.
 */
class OwnTimeTest {

    private static final long WARM_UP_SEED = 1;
    private static final int SEEDS = 4;

    @Test
    void mltest_itself_takes_little_of_the_wall_time_on_the_cnn() {
        ModelUnderTest model = new ShapeClassifierTest().model();
        run(model, WARM_UP_SEED, 1);

        double share = run(model, WARM_UP_SEED + 1, SEEDS);

        System.out.printf("mltest's own share of the suite's wall time: %.1f %%%n", 100 * share);
        assertThat(share).isLessThan(0.10);
    }

    private static double run(ModelUnderTest model, long firstSeed, int seeds) {
        long start = System.nanoTime();
        try (Laboratory laboratory = new Laboratory(model)) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
                runner.run(DefaultChecks.suite(), seed);
            }
            double wall = (System.nanoTime() - start) * 1e-9;
            return (wall - laboratory.secondsInModel()) / wall;
        }
    }
}
