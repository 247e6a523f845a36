package dev.mltest.corpus.arm;

import static java.util.Map.entry;

import dev.mltest.corpus.program.Layer;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

class SageMakerDebuggerTest extends PublishedArmContract {

    @Override
    PublishedArm arm() {
        return new SageMakerDebugger();
    }

    @Override
    Map<String, Case> fires() {
        return Map.ofEntries(
                entry("ExplodingTensor/loss", at("loss", run -> run.losses = step -> Double.NaN)),
                entry(
                        "ExplodingTensor/weights",
                        at(
                                "hidden2/weight",
                                run -> run.look(look -> look.hidden().nonFiniteAfter = 1))),
                entry(
                        "ExplodingTensor/gradients",
                        at(
                                "hidden2/weight",
                                run -> run.look(look -> look.hidden().gradient =
                                        Spreads.withNaN(look.hidden().gradient)))),
                entry(
                        "ExplodingTensor/layers",
                        at(
                                "act1",
                                run -> run.look(look -> look.layer("act1").output =
                                        Spreads.withNaN(Spreads.zero())))),
                entry(
                        "DeadRelu",
                        at("act2", run -> run.look(look -> look.layer("act2").silentUnits = 0.51))),
                entry(
                        "VanishingGradient",
                        at(
                                "hidden2/weight",
                                run -> run.look(
                                        look -> look.hidden().gradient = Spreads.normal(0, 1e-8)))),
                entry(
                        "WeightUpdateRatio",
                        at(
                                "hidden2/weight",
                                run -> run.look(look -> look.hidden().still()))),
                entry(
                        "PoorWeightInitialization",
                        at(
                                "act2",
                                run -> run.look(look ->
                                        look.layer("act2").input = Spreads.normal(0, 0.3)))),
                entry("SaturatedActivation", at("act2", saturated(10, 0.6))),
                entry(
                        "AllZero",
                        at(
                                "hidden2/weight",
                                run -> run.look(look -> look.hidden().gradient = Spreads.zero()))),
                entry(
                        "UnchangedTensor",
                        at(
                                "hidden2/weight",
                                run -> run.look(look -> look.hidden().isStill = true))),
                entry(
                        "LossNotDecreasing",
                        at("loss", run -> run.trainingLoss = epoch -> 1.1 - 1e-5 * epoch)),
                entry(
                        "ClassImbalance",
                        at("target", run -> run.shares = List.of(0.05, 0.35, 0.6))));
    }

    @Override
    Map<String, List<Consumer<RunDraft>>> stays() {
        return Map.of(
                "DeadRelu", List.of(run -> run.look(look -> look.layer("act2").silentUnits = 0.5)),
                "VanishingGradient",
                        List.of(run ->
                                run.look(look -> look.bias().gradient = Spreads.normal(0, 1e-9))),
                "WeightUpdateRatio",
                        List.of(run -> run.look(look -> {
                            look.hidden().role = "frozen";
                            look.hidden().still();
                        })),
                "PoorWeightInitialization",
                        List.of(run -> run.look(
                                look -> look.layer("act2").input = Spreads.normal(0, 0.4))),
                "SaturatedActivation", List.of(saturated(10, 0.4), saturated(9, 0.6)),
                "AllZero",
                        List.of(run -> run.look(look -> {
                            if (look.number == 0) {
                                look.hidden().value = Spreads.zero();
                            }
                        })),
                "UnchangedTensor",
                        List.of(run -> run.look(look -> look.hidden().isStill = look.number == 3)),
                "ClassImbalance", List.of(run -> run.shares = List.of(0.08, 0.32, 0.6)));
    }

    private static Consumer<RunDraft> saturated(double farthest, double share) {
        return run -> {
            run.layers.set(3, new Layer("act2", "activation", "tanh", 0));
            run.look(look -> {
                look.layer("act2").input = Spreads.between(-farthest, farthest);
                look.layer("act2").farInputs = share;
            });
        };
    }
}
