package dev.mltest.library.capacity;

import dev.mltest.evidence.TrainingEvidence;
import dev.mltest.evidence.TrainingEvidence.Look;
import dev.mltest.testing.Noise;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Trainings written by hand: 240 steps, looked at three times on 16 batches. */
final class Trainings {

    static final int BATCHES = 16;

    private static final double START = 1.2;

    private Trainings() {}

    /**
     * Constant outputs cost 1, up to noise; so far above the start and the middle, and this far
     * below the end.
     */
    static TrainingEvidence of(
            double scale, double start, double gain, double noise, Noise random) {
        List<Double> constant = drawn(() -> 1);
        return new TrainingEvidence(
                scale,
                true,
                10,
                240,
                0,
                constant,
                List.of(
                        look(0, 1.1, drawn(() -> start)),
                        look(120, 1.1, drawn(() -> start)),
                        look(240, 1.1 - gain, drawn(() -> 1 - gain + noise * random.normal()))));
    }

    /** So far below constant outputs at every one of these looks after the start, up to noise. */
    static TrainingEvidence still(
            double scale, double gain, double trainingLoss, double noise, int looks, Noise random) {
        return new TrainingEvidence(
                scale,
                true,
                10,
                240,
                0,
                drawn(() -> 1),
                IntStream.rangeClosed(0, looks)
                        .mapToObj(i -> new Look(
                                i * 240 / looks,
                                drawn(() -> i == 0 ? START : 1 - gain + noise * random.normal()),
                                trainingLoss,
                                1,
                                1,
                                1))
                        .toList());
    }

    /** With updates of these sizes. */
    static TrainingEvidence withUpdates(TrainingEvidence run, double... updates) {
        List<Look> looks = IntStream.range(0, run.looks().size())
                .mapToObj(i -> resized(run.looks().get(i), updates[i]))
                .toList();
        return new TrainingEvidence(
                run.scale(),
                run.heldOut(),
                run.stepsPerEpoch(),
                run.steps(),
                run.floor(),
                run.constant(),
                looks);
    }

    private static Look resized(Look look, double update) {
        return new Look(look.step(), look.losses(), look.trainingLoss(), update, 1, 1);
    }

    private static Look look(int step, double trainingLoss, List<Double> losses) {
        return new Look(step, losses, trainingLoss, 1, 1, 1);
    }

    private static List<Double> drawn(DoubleSupplier value) {
        return Stream.generate(value::getAsDouble).limit(BATCHES).toList();
    }
}
