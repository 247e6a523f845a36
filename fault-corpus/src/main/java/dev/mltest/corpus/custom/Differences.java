package dev.mltest.corpus.custom;

import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import java.util.Objects;
import java.util.stream.IntStream;

/** Gradients against the loss itself, which is asked a little before and behind each weight. */
final class Differences {

    private static final double STEP = 5e-3;

    private Differences() {}

    /** How far a parameter's gradient is from central differences, relative to their norm. */
    static double distance(Program program, String parameter, Batch batch) {
        try (Run run = program.start(1)) {
            ArrayTensor gradient = Objects.requireNonNull(run.gradients(batch).get(parameter));
            double error = 0;
            double size = 0;
            for (int i = 0; i < gradient.length(); i++) {
                double difference = difference(run, parameter, i, batch);
                error += Math.pow(gradient.get(i) - difference, 2);
                size += difference * difference;
            }
            return Math.sqrt(error / size);
        }
    }

    private static double difference(Run run, String parameter, int element, Batch batch) {
        ArrayTensor value = Objects.requireNonNull(run.parameters().get(parameter));
        double ahead = loss(run, parameter, moved(value, element, STEP), batch);
        double behind = loss(run, parameter, moved(value, element, -STEP), batch);
        run.assign(parameter, value);
        return (ahead - behind) / (2 * STEP);
    }

    private static double loss(Run run, String parameter, ArrayTensor value, Batch batch) {
        run.assign(parameter, value);
        return run.loss(batch);
    }

    private static ArrayTensor moved(ArrayTensor value, int element, double step) {
        double[] values = IntStream.range(0, value.length())
                .mapToDouble(i -> value.get(i) + (i == element ? step : 0))
                .toArray();
        return ArrayTensor.of(value.elementType(), value.shape(), values);
    }
}
