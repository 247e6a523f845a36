package dev.mltest.corpus.arm;

import dev.mltest.corpus.record.DataEvidence.Input;
import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.corpus.record.Spread;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * TheDeepChecker on the data. Numbers are normalised if they reach from 0 or -1 to 1, or have mean
 * 0 and standard deviation 1, all within 0.01; classes are balanced if the perplexity of their
 * shares is at least halfway from 1 to their number.
 *
 * <p>Readings in its favour: three standard errors are added to the 0.01, since here data are drawn
 * from a distribution rather than standardised afterwards; one column from 0 or -1 to 1 excuses the
 * others, as in its code; token ids are not looked at; all targets count as one column.
 */
final class DeepCheckerData {

    private static final double CLOSE = 0.01;
    private static final double HALFWAY = 0.5;

    private DeepCheckerData() {}

    static List<Rule> rules() {
        return List.of(
                Rule.failure("constant-feature", DeepCheckerData::constantFeature, "P01"),
                Rule.failure("unnormalised-features", DeepCheckerData::features, "P01"),
                Rule.failure("unnormalised-targets", DeepCheckerData::targets, "P02"),
                Rule.failure("unbalanced-labels", DeepCheckerData::balance, "P02"));
    }

    private static Optional<Alarm> constantFeature(RunEvidence run) {
        return input(run, input -> input.features().stream().anyMatch(Spread::isConstant));
    }

    private static Optional<Alarm> features(RunEvidence run) {
        return input(
                run,
                input -> input.features().stream().noneMatch(DeepCheckerData::isInRange)
                        && input.features().stream()
                                .anyMatch(one -> !one.isConstant() && !isStandard(one)));
    }

    private static Optional<Alarm> input(RunEvidence run, Predicate<Input> condition) {
        return Alarm.when(
                run.data().inputs().stream().filter(Input::isFloating).anyMatch(condition),
                "input",
                "a feature is constant or not normalised");
    }

    private static Optional<Alarm> targets(RunEvidence run) {
        boolean isWild = run.data().targets().stream()
                .anyMatch(one -> one.isConstant() || !isInRange(one) && !isStandard(one));
        return Alarm.when(
                run.setting().isRegression() && isWild, "target", "targets are not normalised");
    }

    private static boolean isInRange(Spread one) {
        return Math.abs(one.max() - 1) <= CLOSE
                && (Math.abs(one.min()) <= CLOSE || Math.abs(one.min() + 1) <= CLOSE);
    }

    private static boolean isStandard(Spread one) {
        double error = CLOSE + 3 / Math.sqrt(one.count());
        return Math.abs(one.mean()) <= error && Math.abs(one.std() - 1) <= error;
    }

    private static Optional<Alarm> balance(RunEvidence run) {
        return Alarm.when(isUnbalanced(run), "target", "classes are unbalanced");
    }

    static boolean isUnbalanced(RunEvidence run) {
        List<Double> shares = run.data().classShares();
        double entropy = -shares.stream()
                .mapToDouble(share -> share > 0 ? share * Math.log(share) : 0)
                .sum();
        return shares.size() > 1 && (Math.exp(entropy) - 1) / (shares.size() - 1) < HALFWAY;
    }
}
