package dev.mltest.corpus.arm;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

class TheDeepCheckerTest extends PublishedArmContract {

    @Override
    PublishedArm arm() {
        return new TheDeepChecker();
    }

    @Override
    Map<String, Case> fires() {
        return DeepCheckerCases.all();
    }

    @Override
    Map<String, List<Consumer<RunDraft>>> stays() {
        return Map.ofEntries(
                Map.entry(
                        "unnormalised-features",
                        List.of(
                                run -> run.input = Spreads.normal(0.2, 1.2),
                                run -> run.isFloating = false)),
                Map.entry(
                        "unnormalised-targets", List.of(run -> run.target = Spreads.between(0, 9))),
                Map.entry("bias-not-zero", List.of(run -> {
                    run.regression();
                    run.look(look -> look.bias().value = Spreads.normal(0.5, 0.1));
                })),
                Map.entry(
                        "weight-variance",
                        List.of(DeepCheckerCases.hidden(
                                one -> one.value = Spreads.normal(0, Math.sqrt(2.7 * 2 / 24))))),
                Map.entry(
                        "modes-differ-in-outputs",
                        List.of(run -> run.look(look -> look.layer("head").modeSimilarity = 0.1))),
                Map.entry("initial-loss", List.of(run -> run.startLoss = 2.1, run -> {
                    run.regression();
                    run.startLoss = 1e4;
                })),
                Map.entry(
                        "loss-reduction",
                        List.of(run -> run.repeated = List.of(1.2, 2.4, 2.4, 2.4))),
                Map.entry(
                        "slow-weight",
                        List.of(run -> run.look(look -> {
                            if (look.number == 4) {
                                look.hidden().change = Spreads.normal(0, 1e-5);
                            }
                        }))),
                Map.entry(
                        "vanishing-gradient",
                        List.of(run ->
                                run.look(look -> look.bias().gradient = Spreads.normal(0, 1e-9)))),
                Map.entry(
                        "dead-layer",
                        List.of(run -> run.look(look -> look.layer("act2").deadUnits = 0.5))),
                Map.entry(
                        "unstable-activations",
                        List.of(run -> run.look(
                                look -> look.layer("act2").output = Spreads.normal(0, 3.2)))),
                Map.entry("invalid-outputs", List.of(RunDraft::probabilities, run -> {})),
                Map.entry(
                        "overwhelming-penalty",
                        List.of(run ->
                                run.look(look -> look.penalty = look.number % 3 == 0 ? 50 : 0))),
                Map.entry(
                        "loss-stagnates",
                        List.of(DeepCheckerCases.fit(
                                i -> Math.pow(0.94, i), i -> Math.pow(0.94, i)))),
                Map.entry(
                        "corrupted-labels",
                        List.of(run -> run.trainingLoss = epoch -> 1.1 - 0.01 * epoch)));
    }
}
