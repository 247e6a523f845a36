package dev.mltest.corpus.oracle;

import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.Batch;

/** Whether a trained model is the same once it was saved and loaded. */
public final class RoundTrip {

    private RoundTrip() {}

    /** Its outputs are others. */
    public static Oracle changesOutputs() {
        return Measured.by(
                        "largest difference between a saved and a loaded model's outputs",
                        RoundTrip::difference)
                .isAbove(1e-5);
    }

    private static double difference(Program program) {
        Batch batch = program.data().validation().examples(0, 1, 2, 3, 4, 5, 6, 7);
        try (Run run = program.start(1)) {
            program.train(run, 1, Watch.nothing());
            try (Run loaded = run.load(run.save())) {
                return Distance.between(run.predict(batch), loaded.predict(batch));
            }
        }
    }
}
