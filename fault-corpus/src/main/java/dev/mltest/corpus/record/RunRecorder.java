package dev.mltest.corpus.record;

import dev.mltest.corpus.program.Layer;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;

import java.util.List;

/**
 * Trains a program in its own loop and writes down what can be seen on the way. The training goes
 * on as if nobody looked, but for one thing: where DJL draws noise (dropout), it draws other noise
 * after each look, since DJL's random state cannot be read. What a program refuses to show, or a
 * training that breaks off, leaves what was recorded until then.
 */
public final class RunRecorder {

    private RunRecorder() {}

    /** One training under one seed. */
    public static RunEvidence record(Program program, long seed) {
        Gaps gaps = new Gaps();
        Setting setting = setting(program, gaps);
        DataEvidence data = gaps.bridged(
                "data",
                () -> DataReader.read(program.data().training(), setting),
                new DataEvidence(0, List.of(), List.of(), List.of()));
        RunEvidence trained = train(program, seed, setting, data, gaps);
        OneBatch oneBatch = gaps.bridged(
                "one batch", () -> OneBatchFit.of(program, setting, seed), OneBatch.untried());
        return new RunEvidence(
                setting,
                data,
                trained.start(),
                trained.losses(),
                trained.epochs(),
                trained.looks(),
                oneBatch,
                trained.ended(),
                gaps.all());
    }

    private static Setting setting(Program program, Gaps gaps) {
        List<Layer> layers = gaps.bridged("layers", program::layers, List.of());
        return Setting.of(
                gaps.bridged(
                        "task", () -> program.described().task(), program.data().task()),
                program.learningRate(),
                program.data().batchSize(),
                layers);
    }

    private static RunEvidence train(
            Program program, long seed, Setting setting, DataEvidence data, Gaps gaps) {
        StartEvidence start = new StartEvidence(Double.NaN, List.of(), List.of());
        String ended = RunEvidence.FINISHED;
        Recording recording = null;
        try (Run run = program.start(seed)) {
            recording = new Recording(program, run, setting, seed, gaps);
            start = recording.start(setting);
            program.train(run, seed, recording);
        } catch (RuntimeException broken) {
            ended = "threw " + broken;
        }
        return new RunEvidence(
                setting,
                data,
                start,
                recording == null ? List.of() : recording.losses(),
                recording == null ? List.of() : recording.epochs(),
                recording == null ? List.of() : recording.looks(),
                OneBatch.untried(),
                ended,
                gaps.all());
    }
}
