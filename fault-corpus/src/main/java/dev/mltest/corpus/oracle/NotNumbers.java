package dev.mltest.corpus.oracle;

import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;

import java.util.Arrays;

/** Whether training ends in NaN. */
public final class NotNumbers {

    private NotNumbers() {}

    /** Some weights are NaN after training. */
    public static Oracle afterTraining() {
        return Measured.by(
                        "share of weights that are not numbers after training", NotNumbers::share)
                .isAbove(0);
    }

    private static double share(Program program) {
        try (Run run = program.start(1)) {
            program.train(run, 1, Watch.nothing());
            double[] weights = run.parameters().values().stream()
                    .flatMapToDouble(weight -> Arrays.stream(weight.toDoubles()))
                    .toArray();
            return Arrays.stream(weights).filter(Double::isNaN).count() / (double) weights.length;
        }
    }
}
