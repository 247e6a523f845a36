package dev.mltest.corpus.finetuning;

import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.program.Engine;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What can be measured on a fine-tuned model. */
final class Backbones {

    private static final int STEPS = 3;

    private Backbones() {}

    /** Between the backbone that training starts with and the pretrained one. */
    static Measured awayFromPretrained() {
        return Measured.by(
                "largest difference between the backbone and the pretrained", program -> {
                    Map<String, ArrayTensor> pretrained = program.engine() == Engine.DJL
                            ? DjlBackbone.weights()
                            : Dl4jBackbone.weights();
                    try (Run run = program.start(1)) {
                        return distance(pretrained, run.parameters(), Backbones::isInBackbone);
                    }
                });
    }

    /** Of the backbone, running statistics included. */
    static Measured moves() {
        return Measured.by(
                "largest movement in the backbone in three steps",
                program -> movement(program, Backbones::isInBackbone));
    }

    /** Of the first layer of the new head. */
    static Measured headMoves() {
        return Measured.by(
                "largest movement in the first new layer in three steps",
                program -> movement(program, name -> name.startsWith("neck")));
    }

    /** Between two training passes over the same examples. */
    static Measured trainingIsNoisy() {
        return Measured.by("largest difference between two passes in training mode", program -> {
            try (Run run = program.start(1)) {
                Map<String, ArrayTensor> first = outputs(run, program);
                return distance(first, outputs(run, program), name -> true);
            }
        });
    }

    private static Map<String, ArrayTensor> outputs(Run run, Program program) {
        return Map.of("output", run.trainingOutputs(rows(program, 0)).first().toArray());
    }

    private static boolean isInBackbone(String name) {
        return name.matches("(backbone/)?(dense|norm)\\d/.*");
    }

    private static double movement(Program program, Predicate<String> which) {
        try (Run run = program.start(1)) {
            Map<String, ArrayTensor> before = run.parameters();
            for (int step = 0; step < STEPS; step++) {
                run.step(rows(program, step));
            }
            return distance(before, run.parameters(), which);
        }
    }

    private static Batch rows(Program program, int step) {
        int size = program.data().batchSize();
        int[] rows = IntStream.range(step * size, (step + 1) * size).toArray();
        return program.data().training().examples(rows);
    }

    private static double distance(
            Map<String, ArrayTensor> from, Map<String, ArrayTensor> to, Predicate<String> which) {
        return from.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToDouble(entry -> distance(entry.getValue(), to.get(entry.getKey())))
                .max()
                .orElse(Double.NaN);
    }

    private static double distance(ArrayTensor from, @Nullable ArrayTensor to) {
        return to == null ? Double.NaN : from.differenceFrom(to).maxAbs();
    }
}
