package dev.mltest.corpus.arm;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Map.entry;

import dev.mltest.corpus.program.Layer;
import dev.mltest.corpus.record.Setting;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

class UmlautTest extends PublishedArmContract {

    @Override
    PublishedArm arm() {
        return new Umlaut();
    }

    @Override
    Map<String, Case> fires() {
        return Map.ofEntries(
                entry("nan-in-input", at("input", run -> run.input = Spreads.withNaN(run.input))),
                entry("nan-in-loss", at("loss", run -> run.losses = step -> Double.NaN)),
                entry(
                        "input-exceeds-limits",
                        at("input", run -> run.input = Spreads.between(-1, 2))),
                entry("input-is-not-floating", at("input", run -> run.isFloating = false)),
                entry("missing-softmax", at("head", run -> run.lossTakesLogits = false)),
                entry("missing-activation", at("hidden1", run -> run.layers.remove(1))),
                entry("last-layer-activation", at("head", run -> last(run, "relu"))),
                entry("learning-rate", at("optimizer", run -> run.learningRate = 0.011)),
                entry(
                        "high-dropout",
                        at(
                                "drop",
                                run -> run.layers.add(
                                        2, new Layer("drop", "dropout", "identity", 0.51)))),
                entry(
                        "overfitting",
                        at(
                                "validation data",
                                run -> run.validationLoss = epoch -> 0.2 + 0.01 * epoch)),
                entry(
                        "check-validation-accuracy",
                        at("validation data", run -> run.validationScore = epoch -> 0.96)));
    }

    @Override
    Map<String, List<Consumer<RunDraft>>> stays() {
        return Map.of(
                "missing-softmax",
                        List.of(RunDraft::probabilities, run -> {
                            run.task = Setting.MULTI_LABEL;
                            run.lossTakesLogits = false;
                        }),
                "last-layer-activation", List.of(RunDraft::probabilities),
                "input-is-not-floating",
                        List.of(run -> {
                            run.isFloating = false;
                            run.layers.add(0, new Layer("tokens", "embedding", "identity", 0));
                        }),
                "input-exceeds-limits", List.of(run -> run.input = Spreads.between(-1, 1)),
                "missing-activation",
                        List.of(
                                run -> run.layers.set(1, new Layer("block", "other", "", 0)),
                                run -> run.layers(
                                        new Layer("own/one", "dense", "", 0),
                                        new Layer("own/two", "dense", "", 0)),
                                run -> run.layers(
                                        new Layer("generator/out", "dense", "identity", 0),
                                        new Layer("judge/in", "dense", "identity", 0))),
                "learning-rate",
                        List.of(run -> run.learningRate = 0.01, run -> run.learningRate = 1e-7),
                "overfitting",
                        List.of(run -> {
                            run.validationLoss = epoch -> 0.2 + 0.01 * epoch;
                            run.trainingLoss = epoch -> 0.2 + 0.01 * epoch;
                        }),
                "check-validation-accuracy", List.of(RunDraft::regression));
    }

    @Test
    void warnings_do_not_fail_a_program() {
        assertThat(judge(run -> run.learningRate = 1))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isFailure()).isFalse());
    }

    private static void last(RunDraft run, String activation) {
        run.layers.set(4, new Layer("head", "dense", activation, 0));
    }
}
