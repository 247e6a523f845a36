package dev.mltest.corpus.arm;

import static java.util.Map.entry;

import dev.mltest.corpus.record.Spread;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

class AutoTrainerTest extends PublishedArmContract {

    @Override
    PublishedArm arm() {
        return new AutoTrainer();
    }

    @Override
    Map<String, Case> fires() {
        return Map.ofEntries(
                entry("loss-not-finite", at("loss", run -> run.losses = step -> Double.NaN)),
                entry(
                        "weight-not-finite",
                        at(
                                "hidden2/weight",
                                run -> run.look(look -> look.hidden().nonFiniteAfter = 1))),
                entry(
                        "gradient-not-finite",
                        at(
                                "hidden2/weight",
                                run -> run.look(look -> look.hidden().gradient =
                                        Spreads.withNaN(look.hidden().gradient)))),
                entry("abnormal-loss", at("loss", struggling(run -> run.losses = step -> -1))),
                entry("dying-relu", at("hidden1/weight", struggling(AutoTrainerTest::dying))),
                entry(
                        "vanishing-gradient",
                        at("hidden1/weight", struggling(run -> first(run, 1e-8)))),
                entry("exploding-gradient", at("hidden1/weight", struggling(run -> first(run, 2)))),
                entry("slow-convergence", at("optimizer", run -> {
                    run.trainingScore = epoch -> 0.7;
                    run.validationScore = epoch -> 0.7;
                })),
                entry(
                        "oscillating-loss",
                        at(
                                "loss",
                                run -> run.trainingScore = epoch -> epoch % 2 == 0 ? 0.9 : 0.86)));
    }

    @Override
    Map<String, List<Consumer<RunDraft>>> stays() {
        return Map.of(
                "abnormal-loss", List.of(run -> run.losses = step -> -1),
                "dying-relu", List.of(AutoTrainerTest::dying),
                "vanishing-gradient", List.of(run -> first(run, 1e-8)),
                "exploding-gradient", List.of(run -> first(run, 2)),
                "slow-convergence", List.of(struggling(run -> {}), RunDraft::regression),
                "oscillating-loss",
                        List.of(
                                run -> run.trainingScore = epoch -> epoch % 2 == 0 ? 0.9 : 0.88,
                                run -> run.trainingScore = epoch -> epoch % 2 == 0 ? 0.5 : 0.4));
    }

    /** The accuracy grows, but not to 0.6. */
    private static Consumer<RunDraft> struggling(Consumer<RunDraft> edit) {
        return run -> {
            run.validationScore = epoch -> 0.3 + 0.012 * epoch;
            edit.accept(run);
        };
    }

    private static void first(RunDraft run, double gradient) {
        run.look(look -> look.parameter("hidden1/weight").gradient = Spreads.normal(0, gradient));
    }

    private static void dying(RunDraft run) {
        run.look(look -> look.parameters.forEach(
                parameter -> parameter.gradient = new Spread(100, 0, 0.7, -1, 1, 0, 0.1, 0.1)));
    }
}
