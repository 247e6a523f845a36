package dev.mltest.corpus.arm;

import dev.mltest.corpus.program.Layer;
import dev.mltest.corpus.record.LayerLook;
import dev.mltest.corpus.record.OutputLook;
import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.corpus.record.Setting;
import dev.mltest.corpus.record.Spread;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * TheDeepChecker on activations and outputs while training. A layer is dead if half of its units
 * have a 95th percentile below 1e-5, saturated if half of them lie at the ends of tanh or sigmoid;
 * activations spread by 0.5 to 2, but for a variance ratio of 2.70554; outputs vary, sum to 0.95 to
 * 1.05 where they are probabilities, and exceed 1 or fall below 0 where targets do; in training and
 * inference mode they are alike by 0.75 and their losses differ by less than half.
 *
 * <p>Readings in its favour: logits are left to the loss's own softmax; outputs must fail at every
 * look, of which there must be five; only dense layers, convolutions and mere functions are judged;
 * tanh is judged over -1 to 1, not 0 to 1.
 */
final class DeepCheckerLayers {

    private static final double F_ROOT = Math.sqrt(2.70554);
    private static final int PATIENCE = 5;
    private static final double LIKE = 0.75;

    private DeepCheckerLayers() {}

    static List<Rule> rules() {
        return List.of(
                Rule.failure("activation-not-finite", NotFinite::activations, "P20"),
                Rule.failure("output-not-finite", NotFinite::outputs, "P20"),
                Rule.failure("dead-layer", DeepCheckerLayers::dead, "P17"),
                Rule.failure("saturated-layer", DeepCheckerLayers::saturated, "P17"),
                Rule.failure("unstable-activations", DeepCheckerLayers::unstable, "P17"),
                Rule.failure("constant-outputs", DeepCheckerLayers::constant, "P09"),
                Rule.failure("invalid-outputs", DeepCheckerLayers::invalid, "P15"),
                Rule.failure("outputs-too-small", DeepCheckerLayers::tooSmall, "P15"),
                Rule.failure("outputs-never-negative", DeepCheckerLayers::neverNegative, "P15"),
                Rule.failure("modes-differ-in-outputs", DeepCheckerLayers::modes, "P18"),
                Rule.failure("modes-differ-in-loss", DeepCheckerLayers::modeLosses, "P18"));
    }

    private static Optional<Alarm> dead(RunEvidence run) {
        return layers(
                run,
                "share of dead units",
                layer -> !Activations.isSquashing(layer),
                LayerLook::deadUnits);
    }

    private static Optional<Alarm> saturated(RunEvidence run) {
        return layers(
                run,
                "share of saturated units",
                Activations::isSquashing,
                LayerLook::saturatedUnits);
    }

    private static Optional<Alarm> layers(
            RunEvidence run,
            String quantity,
            Predicate<Layer> which,
            Function<LayerLook, Double> share) {
        Suspects suspects = new Suspects(quantity);
        List<Layer> layers = Activations.hidden(run).stream().filter(which).toList();
        Activations.each(run, layers, (layer, seen) -> {
            if (share.apply(seen) > 0.5) {
                suspects.large(layer.path(), share.apply(seen));
            }
        });
        return suspects.alarm();
    }

    private static Optional<Alarm> unstable(RunEvidence run) {
        Suspects suspects = new Suspects("standard deviation of the activations");
        Activations.each(run, Activations.hidden(run), (layer, seen) -> {
            double std = seen.output().std();
            if (std < 0.5 / F_ROOT) {
                suspects.small(layer.path(), std);
            } else if (std > 2 * F_ROOT) {
                suspects.large(layer.path(), std);
            }
        });
        return suspects.alarm();
    }

    private static Optional<Alarm> constant(RunEvidence run) {
        return outputs(run, output -> output.constantColumns() > 0, "an output is constant");
    }

    private static Optional<Alarm> invalid(RunEvidence run) {
        Setting setting = run.setting();
        boolean isDistribution =
                setting.isProbabilities() && setting.task().equals(Setting.CLASSIFICATION);
        return outputs(
                run,
                output -> isDistribution
                        && (output.all().min() < 0
                                || output.smallestSum() < 0.95
                                || output.largestSum() > 1.05
                                || output.width() != setting.classes()),
                "the outputs are no probabilities of the classes");
    }

    private static Optional<Alarm> tooSmall(RunEvidence run) {
        boolean isWanted = regressionTargets(run, target -> target.maxAbs() > 1);
        return outputs(
                run, output -> isWanted && output.all().maxAbs() <= 1, "no output exceeds 1");
    }

    private static Optional<Alarm> neverNegative(RunEvidence run) {
        boolean isWanted = regressionTargets(run, target -> target.min() < 0);
        return outputs(run, output -> isWanted && output.all().min() >= 0, "no output is negative");
    }

    private static boolean regressionTargets(RunEvidence run, Predicate<Spread> condition) {
        return run.setting().isRegression() && run.data().targets().stream().anyMatch(condition);
    }

    private static Optional<Alarm> outputs(
            RunEvidence run, Predicate<OutputLook> condition, String measured) {
        List<OutputLook> seen =
                run.looks().stream().flatMap(look -> look.outputs().stream()).toList();
        return Alarm.when(
                seen.size() >= PATIENCE && seen.stream().allMatch(condition), "output", measured);
    }

    private static Optional<Alarm> modes(RunEvidence run) {
        Suspects suspects = new Suspects("likeness of training and inference mode");
        Activations.each(run, Activations.hidden(run), (layer, seen) -> {
            if (seen.modeSimilarity() <= LIKE) {
                suspects.small(layer.path(), seen.modeSimilarity());
            }
        });
        run.looks().stream()
                .flatMap(look -> look.modes().stream())
                .filter(modes -> modes.outputSimilarity() <= LIKE)
                .forEach(modes -> suspects.small("output", modes.outputSimilarity()));
        return suspects.alarm();
    }

    private static Optional<Alarm> modeLosses(RunEvidence run) {
        return run.looks().stream()
                .flatMap(look -> look.modes().stream())
                .filter(modes -> modes.relativeLossGap() > 0.5)
                .findFirst()
                .map(modes -> new Alarm(
                        List.of("loss"),
                        "%s in training mode, %s in inference mode"
                                .formatted(
                                        Numbers.text(modes.trainingLoss()),
                                        Numbers.text(modes.inferenceLoss()))));
    }
}
