package dev.mltest.reporting.history;

import dev.mltest.check.Bound;
import dev.mltest.check.Measurement;
import dev.mltest.reporting.history.Comparison.Drift;

import java.util.Optional;

/**
 * Whether a measurement moved although the verdict is the same.
 *
 * <p>The decisive measurement is compared with the earlier one of the same quantity, under the same
 * seeds only, since under others a model starts elsewhere. It has drifted if it moved by more than
 * a tenth of its earlier distance to its bound: at that pace it arrives there within ten such
 * changes. What four significant digits do not show is no drift: engines on two processors differ
 * in the last digits of single precision, by far less than that.
 */
final class Drifting {

    /** Of the distance to the bound. */
    static final double TOLERATED_SHARE = 0.1;

    /** Of the value: the four significant digits in which every message states it. */
    static final double SHOWN = 1e-3;

    private Drifting() {}

    static Optional<Drift> between(PastVerdict before, PastVerdict now) {
        if (!before.outcome().equals(now.outcome()) || !before.seeds().equals(now.seeds())) {
            return Optional.empty();
        }
        return before.measured()
                .flatMap(earlier -> now.measured()
                        .filter(later -> hasDrifted(earlier, later))
                        .map(later -> drift(now, later, earlier.value())))
                .or(() -> spread(before, now));
    }

    private static Drift drift(PastVerdict verdict, Measurement later, double before) {
        return new Drift(
                verdict.model(),
                verdict.check(),
                later.locus(),
                later.quantity(),
                before,
                later.value());
    }

    private static boolean hasDrifted(Measurement earlier, Measurement later) {
        double before = earlier.value();
        double after = later.value();
        if (!earlier.quantity().equals(later.quantity()) || Double.compare(before, after) == 0) {
            return false;
        }
        if (!Double.isFinite(before) || !Double.isFinite(after)) {
            return true;
        }
        double moved = Math.abs(after - before);
        return moved > SHOWN * Math.max(Math.abs(before), Math.abs(after))
                && moved > TOLERATED_SHARE * distance(before, earlier.allowed());
    }

    /** To the nearer limit. */
    private static double distance(double value, Bound bound) {
        return Math.min(Math.abs(value - bound.low()), Math.abs(value - bound.high()));
    }

    /** A violation at a place where there was none. */
    private static Optional<Drift> spread(PastVerdict before, PastVerdict now) {
        return now.violated().stream()
                .filter(place -> !before.violated().contains(place))
                .findFirst()
                .map(place -> new Drift(
                        now.model(),
                        now.check(),
                        place,
                        "places in violation",
                        before.violated().size(),
                        now.violated().size()));
    }
}
