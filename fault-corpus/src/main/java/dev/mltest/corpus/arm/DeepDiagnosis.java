package dev.mltest.corpus.arm;

import dev.mltest.corpus.program.Layer;
import dev.mltest.corpus.record.Epoch;
import dev.mltest.corpus.record.Look;
import dev.mltest.corpus.record.ParameterLook;
import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.corpus.record.Setting;
import dev.mltest.corpus.record.Spread;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * DeepDiagnosis (Wardat et al., ICSE 2022; github.com/DeepDiagnosis/ICSE2022). Thresholds: 70 % of
 * a ReLU layer's outputs at 0 at the end; over half of what goes into a tanh or sigmoid beyond 5 in
 * size; mean gradient below 1e-7; variance of a weight outside 1e-5..10; outputs that cannot reach
 * the targets; a loss or weight that is exactly the same five times, an accuracy twenty times.
 *
 * <p>Readings in its favour: it looks at dense layers only, here at every weight. It calls a mean
 * of exactly 0 a numerical error; here all numbers must be 0. A linear last layer is out of range
 * only if the loss wants probabilities, not under every cross-entropy, and its outputs are compared
 * with ten times the range of the targets in regression only. The variance of weights, by which it
 * chooses among repairs, counts as a symptom, as in the protocol. Frozen weights may stay.
 */
final class DeepDiagnosis extends PublishedArm {

    private static final int SAME_LOSSES = 5;
    private static final int SAME_ACCURACIES = 20;

    DeepDiagnosis() {
        super(
                "deepdiagnosis",
                "DeepDiagnosis, ICSE 2022, github.com/DeepDiagnosis/ICSE2022",
                List.of(
                        Rule.failure("out-of-range", DeepDiagnosis::outOfRange, "P15"),
                        Rule.failure("numerical-error-in-layer", NotFinite::activations, "P20"),
                        Rule.failure("numerical-error-in-weight", NotFinite::parameters, "P20"),
                        Rule.failure("numerical-error-in-gradient", NotFinite::gradients, "P20"),
                        Rule.failure("invalid-loss", NotFinite::losses, "P20", "P14"),
                        Rule.failure("layer-is-zero", DeepDiagnosis::zeroLayer, "P17"),
                        Rule.failure("gradient-is-zero", DeepDiagnosis::zeroGradient, "P10"),
                        Rule.failure("vanishing-gradient", DeepDiagnosis::vanishing, "P10"),
                        Rule.failure("dead-node", DeepDiagnosis::deadNode, "P17"),
                        Rule.failure("saturated-activation", DeepDiagnosis::saturated, "P17"),
                        Rule.failure("poor-weight", DeepDiagnosis::poorWeight, "P06"),
                        Rule.failure("unchanged-weight", DeepDiagnosis::unchanged, "P12"),
                        Rule.failure("loss-not-decreasing", DeepDiagnosis::sameLoss, "P14"),
                        Rule.failure("invalid-accuracy", DeepDiagnosis::noAccuracy, "P16"),
                        Rule.failure(
                                "accuracy-not-increasing", DeepDiagnosis::sameAccuracy, "P14")));
    }

    private static Optional<Alarm> outOfRange(RunEvidence run) {
        List<Spread> targets = run.data().targets();
        return targets.isEmpty()
                ? Optional.empty()
                : run.setting()
                        .last()
                        .filter(last -> !reaches(last, targets.get(0), run))
                        .map(last -> new Alarm(
                                List.of(last.path()), "its outputs do not fit the targets"));
    }

    private static boolean reaches(Layer last, Spread targets, RunEvidence run) {
        boolean wantsProbabilities = run.setting().task().equals(Setting.CLASSIFICATION)
                && run.start().lossWantsProbabilities();
        return switch (last.activation()) {
            case "softmax" -> true;
            case "sigmoid" -> targets.min() >= 0 && targets.max() <= 1;
            case "tanh" -> targets.min() >= -1 && targets.max() <= 1;
            case "relu" -> targets.min() >= 0 && !wantsProbabilities;
            default ->
                Activations.isNonlinear(last)
                        || !(wantsProbabilities || isFarTooWide(targets, run));
        };
    }

    private static boolean isFarTooWide(Spread targets, RunEvidence run) {
        return run.setting().isRegression()
                && !run.looks().isEmpty()
                && run.looks().get(0).outputs().stream()
                        .map(output -> output.all().max() - output.all().min())
                        .anyMatch(range -> range > 10 * (targets.max() - targets.min()));
    }

    private static Optional<Alarm> zeroLayer(RunEvidence run) {
        Suspects suspects = new Suspects("share of zeros in the outputs");
        for (Look look : run.looks()) {
            look.layers().stream()
                    .filter(layer -> layer.output().zeroShare() == 1)
                    .forEach(layer -> suspects.first(layer.path(), 1));
        }
        return suspects.alarm();
    }

    private static Optional<Alarm> zeroGradient(RunEvidence run) {
        return gradients(run, gradient -> gradient.isFinite() && gradient.meanAbs() == 0);
    }

    private static Optional<Alarm> vanishing(RunEvidence run) {
        return gradients(run, gradient -> gradient.isFinite() && gradient.meanAbs() < 1e-7);
    }

    private static Optional<Alarm> gradients(RunEvidence run, Predicate<Spread> condition) {
        Suspects suspects = new Suspects("mean size of the gradient");
        run.looks().stream()
                .flatMap(look -> look.weights().stream())
                .forEach(weight -> weight.gradient().stream()
                        .filter(condition)
                        .forEach(gradient -> suspects.small(weight.path(), gradient.meanAbs())));
        return suspects.alarm();
    }

    private static Optional<Alarm> deadNode(RunEvidence run) {
        Suspects suspects = new Suspects("share of outputs at 0 or below");
        if (!run.looks().isEmpty()) {
            Look last = run.looks().get(run.looks().size() - 1);
            run.setting().layers().stream()
                    .filter(Activations::isRelu)
                    .flatMap(layer -> last.layer(layer.path()).stream())
                    .filter(layer -> layer.notPositive() >= 0.7)
                    .forEach(layer -> suspects.large(layer.path(), layer.notPositive()));
        }
        return suspects.alarm();
    }

    private static Optional<Alarm> saturated(RunEvidence run) {
        Suspects suspects = new Suspects("share of inputs beyond 5");
        List<Layer> squashing =
                run.setting().layers().stream().filter(Activations::isSquashing).toList();
        Activations.each(run, squashing, (layer, seen) -> {
            if (seen.farInputs() > 0.5) {
                suspects.large(layer.path(), seen.farInputs());
            }
        });
        return suspects.alarm();
    }

    private static Optional<Alarm> poorWeight(RunEvidence run) {
        Suspects suspects = new Suspects("variance");
        for (ParameterLook weight : run.weights()) {
            double variance = weight.value().variance();
            if (variance < 1e-5) {
                suspects.small(weight.path(), variance);
            } else if (variance > 10) {
                suspects.large(weight.path(), variance);
            }
        }
        return suspects.alarm();
    }

    private static Optional<Alarm> unchanged(RunEvidence run) {
        Suspects suspects = new Suspects("looks at which nothing changed");
        if (run.looks().size() >= SAME_LOSSES) {
            for (ParameterLook weight : run.looks().get(0).weights()) {
                List<Double> means = run.looks().stream()
                        .flatMap(look -> look.parameter(weight.path()).stream())
                        .map(parameter -> parameter.value().mean())
                        .toList();
                if (Series.runs(means, SAME_LOSSES - 1, (before, after) -> before == after)) {
                    suspects.first(weight.path(), SAME_LOSSES);
                }
            }
        }
        return suspects.alarm();
    }

    private static Optional<Alarm> sameLoss(RunEvidence run) {
        List<Double> losses = run.epochs().stream().map(Epoch::trainingLoss).toList();
        return Alarm.when(
                Series.runs(losses, SAME_LOSSES - 1, (before, after) -> before == after),
                "loss",
                "the loss is the same in five epochs");
    }

    private static Optional<Alarm> noAccuracy(RunEvidence run) {
        boolean isNothing = run.epochs().stream()
                .anyMatch(epoch -> epoch.trainingScore() == 0 && run.setting().hasAccuracy());
        return Alarm.when(isNothing, "output", "an accuracy of 0");
    }

    private static Optional<Alarm> sameAccuracy(RunEvidence run) {
        List<Double> scores = run.epochs().stream().map(Epoch::trainingScore).toList();
        return Alarm.when(
                run.setting().hasAccuracy()
                        && Series.runs(
                                scores, SAME_ACCURACIES - 1, (before, after) -> before == after),
                "optimizer",
                "the accuracy is the same in twenty epochs");
    }
}
