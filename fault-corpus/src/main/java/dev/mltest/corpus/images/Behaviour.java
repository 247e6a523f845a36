package dev.mltest.corpus.images;

import dev.mltest.corpus.oracle.Distance;
import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.program.Engine;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** What the models do with pictures. */
final class Behaviour {

    private static final int PASSES = 100;

    private Behaviour() {}

    static Measured axesOfTheOutput() {
        return Measured.by("axes of an output", program -> {
            try (Run run = program.start(1)) {
                return run.predict(some(program)).first().shape().rank();
            }
        });
    }

    static Measured unrestOfPredictions() {
        return Measured.by("largest difference between two predictions of the same", program -> {
            try (Run run = program.start(1)) {
                Batch batch = some(program);
                return Distance.between(values(run.predict(batch)), values(run.predict(batch)));
            }
        });
    }

    /** The running means, from the start of a training to its end. */
    static Measured movementOfStatistics() {
        return Measured.by("largest movement of a running mean in training", program -> {
            try (Run run = program.start(1)) {
                Map<String, ArrayTensor> before = run.parameters();
                program.train(run, 1, Watch.nothing());
                return Movement.between(
                        before, run.parameters(), name -> name.matches(".*/(runningM|m)ean"));
            }
        });
    }

    /** Spread of the logits' mean over many training passes against that at inference. */
    static Measured scaleInTraining() {
        return Measured.by("size of the mean logit in training against inference", program -> {
            try (Run run = program.start(1)) {
                program.train(run, 1, Watch.nothing());
                Batch batch = some(program);
                double[] inference = logits(program, run.predict(batch));
                double[] training = new double[inference.length];
                for (int pass = 0; pass < PASSES; pass++) {
                    double[] outputs = logits(program, run.trainingOutputs(batch));
                    Arrays.setAll(training, i -> training[i] + outputs[i] / PASSES);
                }
                return Pixels.deviation(training) / Pixels.deviation(inference);
            }
        });
    }

    /** Places that may take any value without moving an output. */
    static Measured unreadPlaces() {
        return Measured.by("share of places that no output depends on", program -> {
            int places = Picture.SIZE * Picture.SIZE;
            try (Run run = program.start(1)) {
                Batch picture = program.data().training().examples(0);
                double[] usual = values(run.predict(picture));
                return IntStream.range(0, places)
                                .filter(place -> Distance.between(
                                                usual, values(run.predict(painted(picture, place))))
                                        == 0)
                                .count()
                        / (double) places;
            }
        });
    }

    static Measured movementUnderReflection() {
        return Measured.by("largest movement of an output when pictures are mirrored", program -> {
            try (Run run = program.start(1)) {
                Batch batch = some(program);
                return Distance.between(
                        values(run.predict(batch)), values(run.predict(mirrored(batch))));
            }
        });
    }

    private static Batch mirrored(Batch batch) {
        ArrayTensor input = batch.input("input");
        int last = Picture.SIZE - 1;
        double[] values = new double[input.length()];
        Arrays.setAll(values, i -> input.get(i + last - 2 * (i % Picture.SIZE)));
        return batch.withInputs(NamedTensors.of(
                "input", ArrayTensor.of(input.elementType(), input.shape(), values)));
    }

    private static Batch painted(Batch picture, int place) {
        ArrayTensor input = picture.input("input");
        double[] values = input.toDoubles();
        for (int i = place; i < values.length; i += Picture.SIZE * Picture.SIZE) {
            values[i] += 10;
        }
        return picture.withInputs(NamedTensors.of(
                "input", ArrayTensor.of(input.elementType(), input.shape(), values)));
    }

    static Batch some(Program program) {
        return program.data()
                .training()
                .examples(IntStream.range(0, program.data().batchSize()).toArray());
    }

    private static double[] values(NamedTensors outputs) {
        return outputs.first().toArray().toDoubles();
    }

    /** Of every example's logits, how much they differ from their mean. */
    private static double[] logits(Program program, NamedTensors outputs) {
        double[] logits = values(outputs);
        if (program.engine() == Engine.DL4J) {
            Arrays.setAll(logits, i -> Math.log(logits[i]));
        }
        double[] means = new double[logits.length / Images.CLASSES];
        Arrays.setAll(
                means,
                row -> Pixels.mean(Arrays.copyOfRange(
                        logits, row * Images.CLASSES, (row + 1) * Images.CLASSES)));
        Arrays.setAll(logits, i -> logits[i] - means[i / Images.CLASSES]);
        return logits;
    }
}
