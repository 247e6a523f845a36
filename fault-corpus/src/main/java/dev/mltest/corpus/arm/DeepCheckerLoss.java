package dev.mltest.corpus.arm;

import dev.mltest.corpus.record.Epoch;
import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Optional;

/**
 * TheDeepChecker on curves. While one batch is fitted, in the first 200 steps, the loss falls by 5
 * % in one of any four neighbouring periods of ten steps, does not double in four of them, keeps
 * its direction in half of them, and correlates with the error by 0.5; in the program's training
 * the loss of the epochs varies after the fifth (variance above 0.01).
 *
 * <p>Readings in its favour: the curves end once the batch is fitted; the direction is asked for
 * only with five periods or more, and an error that never changes correlates by 0, where the tool
 * computes NaN and is silent. A training whose loss fell by a tenth at all is not called corrupted.
 */
final class DeepCheckerLoss {

    private static final int PERIODS = 20;
    private static final int WINDOWS = 4;
    private static final int WARM_UP = 5;

    private DeepCheckerLoss() {}

    static List<Rule> rules() {
        return List.of(
                Rule.failure("loss-not-finite", NotFinite::losses, "P20", "P14"),
                Rule.failure("loss-stagnates", DeepCheckerLoss::stagnates, "P14", "P13"),
                Rule.failure("loss-diverges", DeepCheckerLoss::diverges, "P14", "P12"),
                Rule.failure("loss-fluctuates", DeepCheckerLoss::fluctuates, "P14"),
                Rule.failure("loss-unlike-metric", DeepCheckerLoss::unlikeMetric, "P16"),
                Rule.failure("corrupted-labels", DeepCheckerLoss::corrupted, "P03"));
    }

    private static List<Double> losses(RunEvidence run) {
        List<Double> losses = run.oneBatch().losses();
        return losses.subList(0, Math.min(PERIODS, losses.size()));
    }

    private static Optional<Alarm> stagnates(RunEvidence run) {
        return Alarm.when(
                Series.runs(
                        losses(run), WINDOWS, (before, after) -> (before - after) / before < 0.05),
                "loss",
                "falls by less than 5 % in each of four periods on one batch");
    }

    private static Optional<Alarm> diverges(RunEvidence run) {
        return Alarm.when(
                Series.grows(losses(run), 2, WINDOWS),
                "loss",
                "doubles in each of four periods on one batch");
    }

    private static Optional<Alarm> fluctuates(RunEvidence run) {
        List<Double> losses = losses(run);
        int kept = 0;
        for (int i = 2; i < losses.size(); i++) {
            double before = losses.get(i - 1) - losses.get(i - 2);
            double now = losses.get(i) - losses.get(i - 1);
            kept += before * now >= 0 ? 1 : 0;
        }
        return Alarm.when(
                losses.size() >= WARM_UP && kept < 0.5 * (losses.size() - 2),
                "loss",
                "keeps its direction in %d of %d periods".formatted(kept, losses.size() - 2));
    }

    private static Optional<Alarm> unlikeMetric(RunEvidence run) {
        List<Double> losses = losses(run);
        List<Double> errors = run.oneBatch().errors().subList(0, losses.size());
        double likeness = Math.abs(Series.correlation(losses, errors));
        return Alarm.when(
                losses.size() > 2 && likeness < 0.5,
                "loss",
                "correlates with the error by " + Numbers.text(likeness));
    }

    private static Optional<Alarm> corrupted(RunEvidence run) {
        List<Double> losses = run.epochs().stream().map(Epoch::trainingLoss).toList();
        boolean hasFallen = losses.stream().anyMatch(loss -> loss < 0.9 * losses.get(0));
        return Alarm.when(
                losses.size() > WARM_UP + 1
                        && !hasFallen
                        && Series.variance(losses.subList(WARM_UP, losses.size())) <= 0.01,
                "training data",
                "the loss of the epochs stays as it is");
    }
}
