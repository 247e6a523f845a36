package dev.mltest.corpus.arm;

import dev.mltest.corpus.record.Look;
import dev.mltest.corpus.record.ParameterLook;
import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.corpus.record.Spread;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;

/**
 * TheDeepChecker on parameters and gradients while training. A weight is dead if 95 % of it is
 * below 1e-5, negative if 95 % of it is, diverging if its mean size exceeds 1e8 or doubles four
 * times; a gradient vanishes below 1e-6 on average, or halving four times, and explodes above 1e6,
 * or doubling four times; log10 of update over weight lies between -4 and -1, as a mean over a
 * period, and is not 0; the penalty's gradient is less than twice the data's.
 *
 * <p>Readings in its favour: a period is three looks; the penalty is taken for L2 over all weights,
 * so that its gradient is known from its size.
 */
final class DeepCheckerWeights {

    private static final int WINDOWS = 4;
    private static final int PERIOD = 3;
    private static final int PENALISED = 5;

    private DeepCheckerWeights() {}

    static List<Rule> rules() {
        return List.of(
                Rule.failure("parameter-not-finite", NotFinite::parameters, "P20"),
                Rule.failure("gradient-not-finite", NotFinite::gradients, "P20"),
                Rule.failure("dead-weights", DeepCheckerWeights::dead, "P06", "P19"),
                Rule.failure("negative-weights", DeepCheckerWeights::negative, "P06"),
                Rule.failure("diverging-parameter", DeepCheckerWeights::diverging, "P12"),
                Rule.failure("vanishing-gradient", DeepCheckerWeights::vanishing, "P10"),
                Rule.failure("exploding-gradient", DeepCheckerWeights::exploding, "P10", "P12"),
                Rule.failure("untrained-weight", DeepCheckerWeights::untrained, "P12"),
                Rule.failure("slow-weight", DeepCheckerWeights::slow, "P12"),
                Rule.failure("fast-weight", DeepCheckerWeights::fast, "P12"),
                Rule.failure("overwhelming-penalty", DeepCheckerWeights::penalty, "P19"));
    }

    private static Optional<Alarm> dead(RunEvidence run) {
        Suspects suspects = new Suspects("share of elements near 0");
        run.weights().stream()
                .filter(weight -> weight.tinyShare() > 0.95)
                .forEach(weight -> suspects.large(weight.path(), weight.tinyShare()));
        return suspects.alarm();
    }

    private static Optional<Alarm> negative(RunEvidence run) {
        Suspects suspects = new Suspects("share of negative elements");
        run.weights().stream()
                .filter(weight -> weight.negativeShare() > 0.95)
                .forEach(weight -> suspects.large(weight.path(), weight.negativeShare()));
        return suspects.alarm();
    }

    private static Optional<Alarm> diverging(RunEvidence run) {
        Suspects suspects = new Suspects("mean size");
        for (ParameterLook one : first(run)) {
            List<Double> sizes = sizes(run, one, parameter -> List.of(parameter.value()));
            double most = sizes.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            if (most > 1e8 || Series.grows(sizes, 2, WINDOWS)) {
                suspects.large(one.path(), most);
            }
        }
        return suspects.alarm();
    }

    private static Optional<Alarm> vanishing(RunEvidence run) {
        Suspects suspects = new Suspects("mean size of the gradient");
        for (ParameterLook one :
                first(run).stream().filter(ParameterLook::isWeight).toList()) {
            List<Double> sizes = sizes(run, one, ParameterLook::gradient);
            double least = sizes.stream().mapToDouble(Double::doubleValue).min().orElse(1);
            if (least < 1e-6 || Series.shrinks(sizes, 0.5, WINDOWS)) {
                suspects.small(one.path(), least);
            }
        }
        return suspects.alarm();
    }

    private static Optional<Alarm> exploding(RunEvidence run) {
        Suspects suspects = new Suspects("mean size of the gradient");
        for (ParameterLook one :
                first(run).stream().filter(ParameterLook::isWeight).toList()) {
            List<Double> sizes = sizes(run, one, ParameterLook::gradient);
            double most = sizes.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            if (most > 1e6 || Series.grows(sizes, 2, WINDOWS)) {
                suspects.large(one.path(), most);
            }
        }
        return suspects.alarm();
    }

    private static List<ParameterLook> first(RunEvidence run) {
        return run.looks().isEmpty() ? List.of() : run.looks().get(0).trainable();
    }

    private static List<Double> sizes(
            RunEvidence run, ParameterLook which, Function<ParameterLook, List<Spread>> what) {
        return run.looks().stream()
                .flatMap(look -> look.parameter(which.path()).stream())
                .flatMap(parameter -> what.apply(parameter).stream())
                .filter(Spread::isFinite)
                .map(Spread::meanAbs)
                .toList();
    }

    private static Optional<Alarm> untrained(RunEvidence run) {
        return updates(run, logarithm -> logarithm == 0);
    }

    private static Optional<Alarm> slow(RunEvidence run) {
        return updates(run, logarithm -> logarithm < -4);
    }

    private static Optional<Alarm> fast(RunEvidence run) {
        return updates(run, logarithm -> logarithm > -1 && logarithm != 0);
    }

    /** The logarithm of no update at all counts as 0, as in the tool. */
    private static Optional<Alarm> updates(RunEvidence run, DoublePredicate condition) {
        Suspects suspects = new Suspects("log10 of update over weight");
        for (ParameterLook one :
                first(run).stream().filter(ParameterLook::isWeight).toList()) {
            List<Double> logarithms = run.looks().stream()
                    .flatMap(look -> look.parameter(one.path()).stream())
                    .filter(parameter -> parameter.value().meanAbs() > 0)
                    .map(ParameterLook::meanUpdateRatio)
                    .map(ratio -> ratio > 0 ? Math.log10(ratio) : 0)
                    .toList();
            Series.means(logarithms, PERIOD).stream()
                    .filter(condition::test)
                    .forEach(mean -> suspects.first(one.path(), mean));
        }
        return suspects.alarm();
    }

    private static Optional<Alarm> penalty(RunEvidence run) {
        List<Double> ratios =
                run.looks().stream().map(DeepCheckerWeights::penaltyRatio).toList();
        return Alarm.when(
                Series.runs(ratios, PENALISED - 1, (before, after) -> before >= 2 && after >= 2),
                "loss",
                "the penalty's gradient is more than twice the data's");
    }

    /** The gradient of a sum of squares of this size, over that of the data. */
    private static double penaltyRatio(Look look) {
        double weights = 0;
        double gradients = 0;
        for (ParameterLook weight : look.weights()) {
            weights += Math.pow(weight.value().norm(), 2);
            for (Spread gradient : weight.gradient()) {
                gradients += Math.pow(gradient.norm(), 2);
            }
        }
        double penalty = 2 * (look.loss() - look.dataLoss()) / Math.sqrt(weights);
        return penalty / Math.sqrt(gradients);
    }
}
