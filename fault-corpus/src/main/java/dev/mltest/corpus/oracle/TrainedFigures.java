package dev.mltest.corpus.oracle;

import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.LongStream;

/** Figures of trained programs, one for each seed. Those of twins are remembered. */
final class TrainedFigures {

    private static final Map<String, double[]> TWINS = new ConcurrentHashMap<>();

    private TrainedFigures() {}

    static double[] of(Program program, int seeds, ToDoubleBiFunction<Program, Run> measure) {
        return LongStream.rangeClosed(1, seeds)
                .mapToDouble(seed -> of(program, seed, measure))
                .toArray();
    }

    /** The same figure of the same twin is measured once. */
    static double[] ofTwin(
            Program twin, String figure, int seeds, ToDoubleBiFunction<Program, Run> measure) {
        String key = String.join(
                " ",
                twin.getClass().getName(),
                twin.data().getClass().getName(),
                figure,
                String.valueOf(seeds));
        return TWINS.computeIfAbsent(key, unknown -> of(twin, seeds, measure));
    }

    private static double of(Program program, long seed, ToDoubleBiFunction<Program, Run> measure) {
        try (Run run = program.start(seed)) {
            program.train(run, seed, Watch.nothing());
            return measure.applyAsDouble(program, run);
        }
    }
}
