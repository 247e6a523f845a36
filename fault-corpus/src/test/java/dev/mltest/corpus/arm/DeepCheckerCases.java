package dev.mltest.corpus.arm;

import static dev.mltest.corpus.arm.PublishedArmContract.at;
import static dev.mltest.corpus.arm.RunDraft.numbers;

import dev.mltest.corpus.arm.PublishedArmContract.Case;
import dev.mltest.corpus.program.Layer;
import dev.mltest.corpus.record.ModeLook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;

/** For every rule of TheDeepChecker a training at which it fires. */
final class DeepCheckerCases {

    private DeepCheckerCases() {}

    static Map<String, Case> all() {
        Map<String, Case> cases = new HashMap<>();
        data(cases);
        start(cases);
        weights(cases);
        layers(cases);
        curves(cases);
        return cases;
    }

    private static void data(Map<String, Case> cases) {
        cases.put("constant-feature", at("input", run -> run.input = Spreads.zero()));
        cases.put("unnormalised-features", at("input", run -> run.input = Spreads.between(0, 255)));
        cases.put("unnormalised-targets", at("target", run -> {
            run.regression();
            run.target = Spreads.between(0, 40);
        }));
        cases.put("unbalanced-labels", at("target", DeepCheckerCases::unbalanced));
    }

    private static void start(Map<String, Case> cases) {
        cases.put(
                "constant-weights",
                at("hidden2/weight", hidden(one -> one.value = Spreads.normal(0.01, 0))));
        cases.put(
                "weight-variance",
                at("hidden2/weight", hidden(one -> one.value = Spreads.normal(0.01, 1))));
        cases.put(
                "missing-bias",
                at(
                        "hidden1/weight",
                        run -> run.look(look -> look.parameters.removeIf(ParameterDraft::isBias))));
        cases.put(
                "bias-not-zero",
                at(
                        "head/bias",
                        run -> run.look(look -> look.bias().value = Spreads.normal(0.5, 0.1))));
        cases.put("last-bias-zero", at("head/bias", DeepCheckerCases::unbalanced));
        cases.put("loss-reduction", at("loss", run -> run.repeated = List.of(1.2, 2.4, 4.8, 9.6)));
        cases.put("initial-loss", at("loss", run -> run.startLoss = 2.2));
        cases.put(
                "underfits-one-batch",
                at("training data", run -> run.fitErrors = List.of(0.5, 0.2, 0.1)));
        cases.put("zero-loss", at("loss", run -> run.fitLosses = List.of(1.0, 0.4, 1e-9)));
    }

    private static void weights(Map<String, Case> cases) {
        cases.put(
                "parameter-not-finite",
                at("hidden2/weight", hidden(one -> one.nonFiniteAfter = 1)));
        cases.put(
                "gradient-not-finite",
                at("hidden2/weight", hidden(one -> one.gradient = Spreads.withNaN(one.gradient))));
        cases.put("dead-weights", at("hidden2/weight", hidden(one -> one.tinyShare = 0.96)));
        cases.put(
                "negative-weights", at("hidden2/weight", hidden(one -> one.negativeShare = 0.96)));
        cases.put(
                "diverging-parameter",
                at(
                        "hidden2/weight",
                        growing(look -> look.hidden().value =
                                Spreads.normal(0, Math.pow(2, look.number)))));
        cases.put(
                "vanishing-gradient",
                at("hidden2/weight", hidden(one -> one.gradient = Spreads.normal(0, 1e-7))));
        cases.put(
                "exploding-gradient",
                at(
                        "hidden2/weight",
                        growing(look -> look.hidden().gradient =
                                Spreads.normal(0, Math.pow(2, look.number)))));
        cases.put("untrained-weight", at("hidden2/weight", hidden(ParameterDraft::still)));
        cases.put(
                "slow-weight",
                at("hidden2/weight", hidden(one -> one.change = Spreads.normal(0, 1e-5))));
        cases.put(
                "fast-weight",
                at("hidden2/weight", hidden(one -> one.change = Spreads.normal(0, 0.1))));
        cases.put("overwhelming-penalty", at("loss", run -> run.look(look -> look.penalty = 50)));
    }

    private static void layers(Map<String, Case> cases) {
        cases.put(
                "activation-not-finite",
                at(
                        "act1",
                        run -> run.look(look -> look.layer("act1").output =
                                Spreads.withNaN(Spreads.between(0, 2)))));
        cases.put(
                "output-not-finite",
                at(
                        "output",
                        run -> run.look(look -> look.outputs = Spreads.withNaN(look.outputs))));
        cases.put(
                "dead-layer",
                at("act2", run -> run.look(look -> look.layer("act2").deadUnits = 0.51)));
        cases.put("saturated-layer", at("act2", run -> {
            run.layers.set(3, new Layer("act2", "activation", "tanh", 0));
            run.look(look -> look.layer("act2").saturatedUnits = 0.51);
        }));
        cases.put(
                "unstable-activations",
                at(
                        "act2",
                        run -> run.look(
                                look -> look.layer("act2").output = Spreads.normal(0, 3.3))));
        cases.put(
                "constant-outputs",
                at("output", run -> run.look(look -> look.constantColumns = 1)));
        cases.put("invalid-outputs", at("output", run -> run.isProbabilities = true));
        cases.put("outputs-too-small", at("output", run -> {
            run.regression();
            run.target = Spreads.between(0, 40);
            run.look(look -> look.outputs = Spreads.between(-1, 1));
        }));
        cases.put("outputs-never-negative", at("output", run -> {
            run.regression();
            run.look(look -> look.outputs = Spreads.between(0, 1));
        }));
        cases.put(
                "modes-differ-in-outputs",
                at("output", run -> run.look(look -> look.modes.add(new ModeLook(1, 1, 0.7)))));
        cases.put(
                "modes-differ-in-loss",
                at("loss", run -> run.look(look -> look.modes.add(new ModeLook(0.4, 1, 1)))));
    }

    private static void curves(Map<String, Case> cases) {
        cases.put("loss-not-finite", at("loss", run -> run.losses = step -> Double.NaN));
        cases.put("loss-stagnates", at("loss", fit(i -> 1 - 0.01 * i, i -> 1 - 0.01 * i)));
        cases.put("loss-diverges", at("loss", fit(i -> Math.pow(2, i), i -> 0.5)));
        cases.put("loss-fluctuates", at("loss", fit(i -> 1 + i % 2, i -> 0.1 * (i % 2))));
        cases.put("loss-unlike-metric", at("loss", fit(i -> Math.exp(-i), i -> 0.5)));
        cases.put(
                "corrupted-labels",
                at("training data", run -> run.trainingLoss = epoch -> 1.1 - 0.001 * epoch));
    }

    private static void unbalanced(RunDraft run) {
        run.shares = List.of(0.02, 0.02, 0.96);
    }

    static Consumer<RunDraft> hidden(Consumer<ParameterDraft> edit) {
        return run -> run.look(look -> edit.accept(look.hidden()));
    }

    private static Consumer<RunDraft> growing(Consumer<LookDraft> edit) {
        return run -> run.look(edit);
    }

    static Consumer<RunDraft> fit(IntToDoubleFunction loss, IntToDoubleFunction error) {
        return run -> {
            run.fitLosses = numbers(20, loss);
            run.fitErrors = numbers(20, error);
        };
    }
}
