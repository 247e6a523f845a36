package dev.mltest.corpus.arm;

import dev.mltest.corpus.program.Layer;
import dev.mltest.corpus.record.LayerLook;
import dev.mltest.corpus.record.Look;
import dev.mltest.corpus.record.ParameterLook;
import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.corpus.record.Spread;
import dev.mltest.model.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The built-in rules of Amazon SageMaker Debugger (client 3b82de3, 2023-10, with the defaults of
 * its documentation). Thresholds: over half of a ReLU layer's units active in less than 1 % of the
 * places; mean gradient below 1e-7; update over weight above 10 or below 1e-8; variance ratio
 * between layers above 10; over half of what goes into tanh beyond 9.5, into a sigmoid beyond -23
 * or 17; anything not finite; a tensor all 0; a weight within 1e-5 of itself at three looks; loss
 * falling by less than 0.1 %; one class ten times as frequent as another.
 *
 * <p>Readings in its favour: gradients and updates of biases are left out. The loss is compared
 * between the first and the last epoch rather than within every ten steps, and nothing is all 0
 * that is so once only. Activations count as saturated if also half of them lie beyond 5. Where an
 * engine does not show what goes into a ReLU, the variance of its outputs is taken. Left out are
 * rules that need another job, a threshold of the user's or 500 images, and Overfit, Overtraining
 * and Confusion, whose defaults any small program crosses.
 */
final class SageMakerDebugger extends PublishedArm {

    SageMakerDebugger() {
        super(
                "sagemaker-debugger",
                "Amazon SageMaker Debugger built-in rules, client 3b82de3",
                List.of(
                        Rule.failure("ExplodingTensor/loss", NotFinite::losses, "P20"),
                        Rule.failure("ExplodingTensor/weights", NotFinite::parameters, "P20"),
                        Rule.failure("ExplodingTensor/gradients", NotFinite::gradients, "P20"),
                        Rule.failure("ExplodingTensor/layers", NotFinite::activations, "P20"),
                        Rule.failure("DeadRelu", SageMakerDebugger::deadRelu, "P17"),
                        Rule.failure("VanishingGradient", SageMakerDebugger::vanishing, "P10"),
                        Rule.failure("WeightUpdateRatio", SageMakerDebugger::updates, "P12"),
                        Rule.failure(
                                "PoorWeightInitialization", SageMakerDebugger::variances, "P06"),
                        Rule.failure("SaturatedActivation", SageMakerDebugger::saturated, "P17"),
                        Rule.failure("AllZero", SageMakerDebugger::allZero, "P17", "P06"),
                        Rule.failure("UnchangedTensor", SageMakerDebugger::unchanged, "P12"),
                        Rule.failure("LossNotDecreasing", SageMakerDebugger::lossStays, "P14"),
                        Rule.failure("ClassImbalance", SageMakerDebugger::imbalance, "P02")));
    }

    private static Optional<Alarm> deadRelu(RunEvidence run) {
        Suspects suspects = new Suspects("share of units that are never active");
        Activations.each(run, relus(run), (layer, seen) -> {
            if (seen.silentUnits() > 0.5) {
                suspects.large(layer.path(), seen.silentUnits());
            }
        });
        return suspects.alarm();
    }

    private static List<Layer> relus(RunEvidence run) {
        return run.setting().layers().stream().filter(Activations::isRelu).toList();
    }

    private static Optional<Alarm> vanishing(RunEvidence run) {
        Suspects suspects = new Suspects("mean size of the gradient");
        run.weights()
                .forEach(weight -> weight.gradient().stream()
                        .filter(gradient -> gradient.isFinite() && gradient.meanAbs() < 1e-7)
                        .forEach(gradient -> suspects.small(weight.path(), gradient.meanAbs())));
        return suspects.alarm();
    }

    private static Optional<Alarm> updates(RunEvidence run) {
        Suspects suspects = new Suspects("size of a step over size of the weight");
        for (ParameterLook weight : run.weights()) {
            double ratio = weight.change().norm() / (weight.value().norm() + 1e-9);
            if (ratio > 10) {
                suspects.large(weight.path(), ratio);
            } else if (ratio < 1e-8) {
                suspects.small(weight.path(), ratio);
            }
        }
        return suspects.alarm();
    }

    private static Optional<Alarm> variances(RunEvidence run) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        String narrow = "";
        for (Layer layer : run.looks().isEmpty() ? List.<Layer>of() : relus(run)) {
            double variance = run.looks()
                    .get(0)
                    .layer(layer.path())
                    .map(SageMakerDebugger::variance)
                    .orElse(Double.NaN);
            if (variance < least) {
                least = variance;
                narrow = layer.path();
            }
            most = Math.max(most, Double.isNaN(variance) ? 0 : variance);
        }
        return Alarm.when(
                most > 10 * least,
                narrow,
                "variances of layers from %s to %s"
                        .formatted(Numbers.text(least), Numbers.text(most)));
    }

    private static double variance(LayerLook layer) {
        return layer.input().stream().findFirst().orElse(layer.output()).variance();
    }

    private static Optional<Alarm> saturated(RunEvidence run) {
        Suspects suspects = new Suspects("farthest input");
        List<Layer> squashing =
                run.setting().layers().stream().filter(Activations::isSquashing).toList();
        Activations.each(
                run,
                squashing,
                (layer, seen) -> seen.input().stream()
                        .filter(input -> seen.farInputs() > 0.5 && isFar(layer, input))
                        .forEach(input -> suspects.large(layer.path(), input.maxAbs())));
        return suspects.alarm();
    }

    private static boolean isFar(Layer layer, Spread input) {
        return layer.activation().equals("tanh")
                ? input.maxAbs() > 9.4999
                : input.min() < -23 || input.max() > 16.99999;
    }

    private static Optional<Alarm> allZero(RunEvidence run) {
        Suspects suspects = new Suspects("share of zeros");
        for (int i = 1; i < run.looks().size(); i++) {
            Look before = run.looks().get(i - 1);
            for (String path : zeros(run.looks().get(i))) {
                if (zeros(before).contains(path)) {
                    suspects.first(path, 1);
                }
            }
        }
        return suspects.alarm();
    }

    private static List<String> zeros(Look look) {
        List<String> zeros = new ArrayList<>();
        look.layers().stream()
                .filter(layer -> layer.output().zeroShare() == 1)
                .forEach(layer -> zeros.add(layer.path()));
        look.weights().stream()
                .filter(weight -> weight.value().zeroShare() == 1
                        || weight.gradient().stream()
                                .anyMatch(gradient -> gradient.zeroShare() == 1))
                .forEach(weight -> zeros.add(weight.path()));
        return zeros;
    }

    private static Optional<Alarm> unchanged(RunEvidence run) {
        Suspects suspects = new Suspects("change over three looks within rounding");
        for (int i = 1; i < run.looks().size(); i++) {
            Look before = run.looks().get(i - 1);
            run.looks().get(i).weights().stream()
                    .filter(ParameterLook::isStill)
                    .filter(weight -> before.parameter(weight.path())
                            .filter(ParameterLook::isStill)
                            .isPresent())
                    .forEach(weight ->
                            suspects.first(weight.path(), weight.change().norm()));
        }
        return suspects.alarm();
    }

    private static Optional<Alarm> lossStays(RunEvidence run) {
        if (run.epochs().size() < 2) {
            return Optional.empty();
        }
        double first = run.epochs().get(0).trainingLoss();
        double last = run.epochs().get(run.epochs().size() - 1).trainingLoss();
        return Alarm.when(
                last > first - 0.001 * Math.abs(first),
                "loss",
                "mean loss of an epoch %s at first, %s at last"
                        .formatted(Numbers.text(first), Numbers.text(last)));
    }

    private static Optional<Alarm> imbalance(RunEvidence run) {
        List<Double> shares = run.data().classShares();
        double most = shares.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double least = shares.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        return Alarm.when(
                most > 10 * least,
                "target",
                "shares of classes from %s to %s"
                        .formatted(Numbers.text(least), Numbers.text(most)));
    }
}
