package dev.mltest.corpus.arm;

import dev.mltest.corpus.program.Layer;
import dev.mltest.corpus.record.OneBatch;
import dev.mltest.corpus.record.ParameterLook;
import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Optional;

/**
 * TheDeepChecker before training. Weights vary (variance not within 1e-8 of 0) as the activation
 * function wants it: no more than 2.70554 times off 2/fan-in for ReLU, 2/(fan-in + fan-out) for
 * tanh, 1/fan-in for a sigmoid, else any of these; there are biases, and they start at 0, but not
 * the last if classes are unbalanced; the loss is a mean and starts less than 100 % off log K; one
 * batch of 16 can be fitted to an error of 5 % in 1000 steps, and its loss stays above 1e-8.
 *
 * <p>Readings in its favour: starts are judged in dense layers and convolutions only, for which it
 * is written; either axis of a matrix may be the fan-in; the error of a regression is relative to
 * the variance of its targets, where the tool asks for an absolute 0.001.
 */
final class DeepCheckerStart {

    private static final double F_LIMIT = 2.70554;

    private DeepCheckerStart() {}

    static List<Rule> rules() {
        return List.of(
                Rule.failure("constant-weights", DeepCheckerStart::constant, "P06"),
                Rule.failure("weight-variance", DeepCheckerStart::variance, "P06"),
                Rule.failure("missing-bias", DeepCheckerStart::missingBias, "P13", "P29"),
                Rule.failure("bias-not-zero", DeepCheckerStart::biasNotZero, "P06"),
                Rule.failure("last-bias-zero", DeepCheckerStart::lastBiasZero, "P06", "P05"),
                Rule.failure("loss-reduction", DeepCheckerStart::reduction, "P07"),
                Rule.failure("initial-loss", DeepCheckerStart::initialLoss, "P05"),
                Rule.failure("underfits-one-batch", DeepCheckerStart::underfits, "P13"),
                Rule.failure("zero-loss", DeepCheckerStart::zeroLoss, "P13"));
    }

    private static List<ParameterLook> parameters(RunEvidence run) {
        return run.looks().isEmpty() ? List.of() : run.looks().get(0).trainable();
    }

    private static Optional<Alarm> constant(RunEvidence run) {
        Suspects suspects = new Suspects("variance");
        parameters(run).stream()
                .filter(one -> one.isWeight() && one.value().variance() <= 1e-8)
                .forEach(one -> suspects.small(one.path(), one.value().variance()));
        return suspects.alarm();
    }

    private static Optional<Alarm> variance(RunEvidence run) {
        String activation = Activations.hidden(run).stream()
                .map(Layer::activation)
                .findFirst()
                .orElse("");
        Suspects suspects = new Suspects("variance");
        parameters(run).stream()
                .filter(one -> one.isWeight() && one.value().variance() > 1e-8)
                .filter(one -> Activations.isOfPlainLayer(run, one))
                .filter(one -> !fits(one, activation))
                .forEach(one -> suspects.first(one.path(), one.value().variance()));
        return suspects.alarm();
    }

    private static boolean fits(ParameterLook weight, String activation) {
        double field = weight.shape().stream().skip(2).reduce(1L, Math::multiplyExact);
        double one = weight.shape().get(0) * field;
        double other = weight.shape().get(1) * field;
        return fits(weight.value().variance(), one, other, activation)
                || fits(weight.value().variance(), other, one, activation);
    }

    private static boolean fits(double variance, double in, double out, String activation) {
        boolean he = isNear(variance, 2 / in);
        boolean glorot = isNear(variance, 2 / (in + out));
        boolean lecun = isNear(variance, 1 / in);
        return switch (activation) {
            case "relu" -> he;
            case "tanh" -> glorot;
            case "sigmoid" -> lecun;
            default -> he || glorot || lecun;
        };
    }

    private static boolean isNear(double variance, double wanted) {
        return Math.max(variance, wanted) / Math.min(variance, wanted) <= F_LIMIT;
    }

    private static List<ParameterLook> biases(RunEvidence run) {
        return parameters(run).stream().filter(ParameterLook::isBias).toList();
    }

    private static Optional<Alarm> missingBias(RunEvidence run) {
        return Alarm.when(
                !parameters(run).isEmpty() && biases(run).isEmpty(),
                parameters(run).stream().map(ParameterLook::path).findFirst().orElse(""),
                "there is no bias");
    }

    private static Optional<Alarm> biasNotZero(RunEvidence run) {
        Suspects suspects = new Suspects("mean");
        biases(run).stream()
                .filter(one -> !run.setting().isRegression() && !DeepCheckerData.isUnbalanced(run))
                .filter(one -> one.value().mean() != 0)
                .filter(one -> Activations.isOfPlainLayer(run, one))
                .forEach(one -> suspects.large(one.path(), Math.abs(one.value().mean())));
        return suspects.alarm();
    }

    private static Optional<Alarm> lastBiasZero(RunEvidence run) {
        List<ParameterLook> biases = biases(run);
        return biases.isEmpty() || !DeepCheckerData.isUnbalanced(run)
                ? Optional.empty()
                : Optional.of(biases.get(biases.size() - 1))
                        .filter(last -> last.value().mean() == 0)
                        .map(last ->
                                new Alarm(List.of(last.path()), "0, while classes are unbalanced"));
    }

    private static Optional<Alarm> reduction(RunEvidence run) {
        List<Double> losses = run.start().repeated();
        boolean doubles = losses.size() > 1
                && Series.runs(
                        losses,
                        losses.size() - 1,
                        (before, after) -> Math.round(after / before) == 2);
        return Alarm.when(doubles, "loss", "the loss doubles with the batch");
    }

    private static Optional<Alarm> initialLoss(RunEvidence run) {
        double expected = Math.log(run.setting().choices());
        double loss = run.start().loss();
        return Alarm.when(
                run.setting().choices() > 1 && Math.abs(loss - expected) >= expected,
                "loss",
                "starts at %s, expected %s".formatted(Numbers.text(loss), Numbers.text(expected)));
    }

    private static Optional<Alarm> underfits(RunEvidence run) {
        OneBatch batch = run.oneBatch();
        boolean isLost = batch.losses().stream().anyMatch(loss -> !Double.isFinite(loss));
        return Alarm.when(
                batch.steps() > 0 && (batch.bestError() > 0.05 || isLost),
                "training data",
                "error %s after %d steps on one batch"
                        .formatted(Numbers.text(batch.bestError()), batch.steps()));
    }

    private static Optional<Alarm> zeroLoss(RunEvidence run) {
        double least = run.oneBatch().losses().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(1);
        return Alarm.when(Math.abs(least) <= 1e-8, "loss", "reaches " + Numbers.text(least));
    }
}
