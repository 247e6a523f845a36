package dev.mltest.corpus.arm;

import static java.util.Map.entry;

import dev.mltest.corpus.program.Layer;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

class DeepDiagnosisTest extends PublishedArmContract {

    @Override
    PublishedArm arm() {
        return new DeepDiagnosis();
    }

    @Override
    Map<String, Case> fires() {
        return Map.ofEntries(
                entry("out-of-range", at("head", run -> run.lossTakesLogits = false)),
                entry(
                        "numerical-error-in-layer",
                        at(
                                "act1",
                                run -> run.look(look -> look.layer("act1").output =
                                        Spreads.withNaN(Spreads.zero())))),
                entry(
                        "numerical-error-in-weight",
                        at(
                                "hidden2/weight",
                                run -> run.look(look -> look.hidden().nonFiniteAfter = 1))),
                entry(
                        "numerical-error-in-gradient",
                        at(
                                "hidden2/weight",
                                run -> run.look(look -> look.hidden().gradient =
                                        Spreads.withNaN(look.hidden().gradient)))),
                entry("invalid-loss", at("loss", run -> run.losses = step -> Double.NaN)),
                entry(
                        "layer-is-zero",
                        at(
                                "act2",
                                run -> run.look(
                                        look -> look.layer("act2").output = Spreads.zero()))),
                entry("gradient-is-zero", at("hidden2/weight", gradient(0))),
                entry("vanishing-gradient", at("hidden2/weight", gradient(1e-8))),
                entry(
                        "dead-node",
                        at("act2", run -> run.look(look -> look.layer("act2").notPositive = 0.7))),
                entry("saturated-activation", at("act2", run -> {
                    tanh(run);
                    run.look(look -> look.layer("act2").farInputs = 0.51);
                })),
                entry(
                        "poor-weight",
                        at(
                                "hidden2/weight",
                                run -> run.look(look ->
                                        look.hidden().value = Spreads.normal(0.01, 0.001)))),
                entry(
                        "unchanged-weight",
                        at(
                                "hidden2/weight",
                                run -> run.look(
                                        look -> look.hidden().value = Spreads.normal(0.01, 0.3)))),
                entry("loss-not-decreasing", at("loss", run -> run.trainingLoss = epoch -> 1.1)),
                entry("invalid-accuracy", at("output", run -> run.trainingScore = epoch -> 0)),
                entry(
                        "accuracy-not-increasing",
                        at("optimizer", run -> run.trainingScore = epoch -> 0.4)));
    }

    @Override
    Map<String, List<Consumer<RunDraft>>> stays() {
        return Map.of(
                "out-of-range",
                        List.of(RunDraft::probabilities, RunDraft::regression, run -> {
                            run.layers.set(4, new Layer("head", "dense", "sigmoid", 0));
                            run.target = Spreads.between(0, 1);
                        }),
                "dead-node",
                        List.of(
                                run -> run.look(look -> look.layer("act2").notPositive = 0.69),
                                run -> run.look(look -> {
                                    if (look.number < 11) {
                                        look.layer("act2").notPositive = 1;
                                    }
                                })),
                "saturated-activation",
                        List.of(run -> run.look(look -> look.layer("act2").farInputs = 1)),
                "poor-weight", List.of(run -> run.look(look -> look.bias().value = Spreads.zero())),
                "unchanged-weight",
                        List.of(run -> run.look(look -> {
                            look.hidden().role = "frozen";
                            look.hidden().value = Spreads.normal(0.01, 0.3);
                        })),
                "accuracy-not-increasing", List.of(RunDraft::regression));
    }

    private static Consumer<RunDraft> gradient(double size) {
        return run -> run.look(look -> look.hidden().gradient = Spreads.normal(0, size));
    }

    private static void tanh(RunDraft run) {
        run.layers.set(3, new Layer("act2", "activation", "tanh", 0));
    }
}
