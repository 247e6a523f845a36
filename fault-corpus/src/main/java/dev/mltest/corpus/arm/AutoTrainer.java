package dev.mltest.corpus.arm;

import dev.mltest.corpus.record.Epoch;
import dev.mltest.corpus.record.Look;
import dev.mltest.corpus.record.ParameterLook;
import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.corpus.record.Spread;
import dev.mltest.model.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * AUTOTRAINER (Zhang et al., ICSE 2021; github.com/shiningrain/AUTOTRAINER, 03a463e). Thresholds:
 * first to last gradient norm below 1e-3 with the first below 1e-4, or above 70; 70 % of the
 * gradient exactly 0; best gain of accuracy in an epoch below 0.01; accuracy swinging by 0.03 in a
 * fifth of the epochs; loss not finite, above 1e3 or negative. Gradients and loss are looked at
 * only while the accuracy is below 0.6 or does not grow, swings only when it is above.
 *
 * <p>Readings in its favour: gradients must be found bad three times (1, 3 or 5 in its versions).
 * The accuracy of an epoch is that after it, in inference mode. Each trouble is reported by itself,
 * where the tool stops at the first. Where there is no accuracy only what is not finite counts: its
 * own rule calls every regression loss improper. It names no layer; the first one, whose gradient
 * it compares with the last one's, stands for it.
 */
final class AutoTrainer extends PublishedArm {

    private static final double SATISFIED = 0.6;
    private static final double SLOW = 0.01;
    private static final int TIMES = 3;
    private static final int FEWEST_EPOCHS = 4;

    AutoTrainer() {
        super(
                "autotrainer",
                "AUTOTRAINER, ICSE 2021, github.com/shiningrain/AUTOTRAINER 03a463e",
                List.of(
                        Rule.failure("loss-not-finite", NotFinite::losses, "P20", "P14"),
                        Rule.failure("weight-not-finite", NotFinite::parameters, "P20"),
                        Rule.failure("gradient-not-finite", NotFinite::gradients, "P20"),
                        Rule.failure("abnormal-loss", AutoTrainer::abnormal, "P05", "P14"),
                        Rule.failure("dying-relu", AutoTrainer::dying, "P10", "P17"),
                        Rule.failure("vanishing-gradient", AutoTrainer::vanishing, "P10"),
                        Rule.failure("exploding-gradient", AutoTrainer::exploding, "P10"),
                        Rule.failure("slow-convergence", AutoTrainer::slow, "P14", "P12"),
                        Rule.failure("oscillating-loss", AutoTrainer::oscillating, "P14")));
    }

    private static Optional<Alarm> abnormal(RunEvidence run) {
        return run.losses().stream()
                .filter(loss -> loss > 1e3 || loss < 0)
                .filter(loss -> struggles(run))
                .findFirst()
                .map(loss -> new Alarm(List.of("loss"), "a loss of " + Numbers.text(loss)));
    }

    private static Optional<Alarm> dying(RunEvidence run) {
        long times = run.looks().stream().filter(AutoTrainer::isMostlyZero).count();
        return Alarm.when(
                struggles(run) && times >= TIMES,
                firstWeight(run),
                "at %d looks 70 %% of the gradient are 0".formatted(times));
    }

    private static boolean isMostlyZero(Look look) {
        double zeros = 0;
        double all = 0;
        for (ParameterLook parameter : look.trainable()) {
            for (Spread gradient : parameter.gradient()) {
                zeros += gradient.zeroShare() * gradient.count();
                all += gradient.count();
            }
        }
        return all > 0 && zeros >= 0.7 * all;
    }

    private static Optional<Alarm> vanishing(RunEvidence run) {
        long times = norms(run).stream()
                .filter(norms -> norms.first() < 1e-4 && norms.ratio() < 1e-3)
                .count();
        return Alarm.when(
                struggles(run) && times >= TIMES,
                firstWeight(run),
                "at %d looks the first gradient is far below the last".formatted(times));
    }

    private static Optional<Alarm> exploding(RunEvidence run) {
        long times = norms(run).stream().filter(norms -> norms.ratio() > 70).count();
        return Alarm.when(
                struggles(run) && times >= TIMES,
                firstWeight(run),
                "at %d looks the first gradient is far above the last".formatted(times));
    }

    private record Norms(double first, double last) {
        double ratio() {
            return last == 0 ? 1 : first / last;
        }
    }

    private static List<Norms> norms(RunEvidence run) {
        List<Norms> all = new ArrayList<>();
        for (Look look : run.looks()) {
            List<Double> norms = look.weights().stream()
                    .flatMap(weight -> weight.gradient().stream())
                    .map(Spread::norm)
                    .toList();
            if (norms.size() > 1) {
                all.add(new Norms(norms.get(0), norms.get(norms.size() - 1)));
            }
        }
        return all;
    }

    private static String firstWeight(RunEvidence run) {
        return run.weights().stream().map(ParameterLook::path).findFirst().orElse("optimizer");
    }

    private static Optional<Alarm> slow(RunEvidence run) {
        return Alarm.when(
                isSlow(run), "optimizer", "no epoch raised the accuracy by as much as 0.01");
    }

    private static Optional<Alarm> oscillating(RunEvidence run) {
        List<Double> accuracy = run.epochs().stream().map(Epoch::trainingScore).toList();
        List<Double> peaks = turns(accuracy, 1);
        List<Double> dips = turns(accuracy, -1);
        int swings = 0;
        for (int i = 0; i < Math.min(peaks.size(), dips.size()); i++) {
            swings += peaks.get(i) - dips.get(i) >= 0.03 ? 1 : 0;
        }
        return Alarm.when(
                hasAccuracy(run) && !struggles(run) && swings >= 0.2 * accuracy.size(),
                "loss",
                "the accuracy swings %d times in %d epochs".formatted(swings, accuracy.size()));
    }

    private static List<Double> turns(List<Double> values, int sign) {
        List<Double> turns = new ArrayList<>();
        for (int i = 1; i + 1 < values.size(); i++) {
            double before = sign * (values.get(i) - values.get(i - 1));
            double after = sign * (values.get(i) - values.get(i + 1));
            if (before >= 0 && after >= 0) {
                turns.add(values.get(i));
            }
        }
        return turns;
    }

    private static boolean hasAccuracy(RunEvidence run) {
        return run.setting().hasAccuracy() && !run.epochs().isEmpty();
    }

    private static boolean struggles(RunEvidence run) {
        return hasAccuracy(run)
                && (isSlow(run)
                        || best(run.epochs().stream().map(Epoch::trainingScore).toList())
                                < SATISFIED
                        || best(run.epochs().stream()
                                        .map(Epoch::validationScore)
                                        .toList())
                                < SATISFIED);
    }

    private static double best(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static boolean isSlow(RunEvidence run) {
        return hasAccuracy(run)
                && run.epochs().size() >= FEWEST_EPOCHS
                && gain(run.epochs().stream().map(Epoch::trainingScore).toList()) < SLOW
                && gain(run.epochs().stream().map(Epoch::validationScore).toList()) < SLOW;
    }

    private static double gain(List<Double> values) {
        double gain = 0;
        for (int i = 1; i < values.size(); i++) {
            gain = Math.max(gain, values.get(i) - values.get(i - 1));
        }
        return gain;
    }
}
