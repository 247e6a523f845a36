package dev.mltest.corpus.tabular;

import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.oracle.Training;
import dev.mltest.corpus.program.Confirmation;
import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How good programs are once they are trained. */
final class TrainedOracles {

    private TrainedOracles() {}

    /** The metric is the same before and after training, and whatever the seed. */
    static Oracle metricIsConstant() {
        return Measured.by(
                        "spread of the validation score over trained and untrained models",
                        program -> {
                            double[] scores = IntStream.rangeClosed(1, 6)
                                    .mapToDouble(seed -> score(program, seed, seed % 2 == 0))
                                    .toArray();
                            return Arrays.stream(scores).max().orElse(0)
                                    - Arrays.stream(scores).min().orElse(0);
                        })
                .isBelow(1e-9);
    }

    /** A correct program that learns its training examples by heart, and is right elsewhere too. */
    static Oracle trainingLossVanishes() {
        return (edited, twin) -> {
            Confirmation learns = Training.learns().confirm(edited, twin);
            double loss = afterTraining((program, run) ->
                            run.loss(TableOracles.all(program.data().training())))
                    .applyAsDouble(edited);
            return new Confirmation(
                    learns.confirmed() && loss < 1e-3,
                    String.format(Locale.ROOT, "%s; training loss: %.2g", learns.evidence(), loss));
        };
    }

    private static double score(Program program, long seed, boolean training) {
        try (Run run = program.start(seed)) {
            if (training) {
                program.train(run, seed, Watch.nothing());
            }
            return program.score(run, program.data().validation());
        }
    }

    /** Some classes are never predicted after training. */
    static Oracle classesAreForgotten() {
        return Measured.by(
                        "lowest recall of a class after training",
                        afterTraining(TrainedOracles::lowestRecall))
                .isBelow(0.3);
    }

    private static ToDoubleFunction<Program> afterTraining(
            ToDoubleBiFunction<Program, Run> measure) {
        return program -> {
            try (Run run = program.start(1)) {
                program.train(run, 1, Watch.nothing());
                return measure.applyAsDouble(program, run);
            }
        };
    }

    private static double lowestRecall(Program program, Run run) {
        int classes = new Tabular().classes();
        Batch all = new Tabular().validationRows();
        ArrayTensor outputs = run.predict(all).first().toArray();
        double[] right = new double[classes];
        for (int row = 0; row < all.size(); row++) {
            right[Rows.classOf(all, row)] +=
                    largest(outputs, row) == Rows.classOf(all, row) ? 1 : 0;
        }
        long[] counts = Rows.counts(all, classes);
        return IntStream.range(0, classes)
                .mapToDouble(i -> right[i] / counts[i])
                .min()
                .orElse(0);
    }

    static int largest(ArrayTensor outputs, int row) {
        int width = outputs.rowLength();
        int best = 0;
        for (int i = 1; i < width; i++) {
            best = outputs.get(row * width + i) > outputs.get(row * width + best) ? i : best;
        }
        return best;
    }
}
