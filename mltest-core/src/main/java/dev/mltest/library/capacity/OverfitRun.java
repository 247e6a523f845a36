package dev.mltest.library.capacity;

import dev.mltest.evidence.OverfitEvidence;
import dev.mltest.evidence.OverfitEvidence.Curve;
import dev.mltest.evidence.OverfitEvidence.Unreached;
import dev.mltest.experiment.OverfitOneBatch;
import dev.mltest.model.Numbers;
import dev.mltest.model.Task;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt to learn a batch by heart, on a scale that means the same for every loss: 1 is
 * chance, 0 is the floor.
 */
record OverfitRun(OverfitEvidence evidence) {

    private static final double TENTH = 0.1;
    private static final double HALF = 0.5;
    private static final double SLOPES = 0.05;

    Curve real() {
        return evidence.real();
    }

    double floor() {
        return evidence.floor();
    }

    /** Loss of the best constant outputs, or, where that is unknown, what the control reached. */
    double chance() {
        return Double.isNaN(evidence.chance()) ? evidence.ablated().best() : evidence.chance();
    }

    double range() {
        return chance() - floor();
    }

    /** How much of the way from chance to the floor is left. */
    double left() {
        return (real().best() - floor()) / range();
    }

    /**
     * How much may be left. At a plateau where the data loss still slopes, a penalty on the weights
     * holds them back; it has to leave the data half of their say.
     */
    double allowed() {
        return isHeldBack() ? HALF : TENTH;
    }

    boolean isHeldBack() {
        return evidence.downhill() >= SLOPES * range();
    }

    boolean isLearnt() {
        return left() <= allowed();
    }

    /** Whether it came so close to the floor that it did not need all of its steps. */
    boolean isLearntPromptly() {
        return isLearnt() && real().steps() < OverfitOneBatch.MOST_STEPS;
    }

    boolean isStuck() {
        return !isLearnt() && !isMerelySlow();
    }

    /** By how much more is left than may be. */
    double excess() {
        return left() - allowed();
    }

    /**
     * The layer nearest to the outputs that most of what was not learnt can no longer reach. A run
     * that rose has more to say of its steps than of its layers.
     */
    Optional<String> silentLayer() {
        int unlearnt = real().end() <= real().start() ? evidence.leftover().examples() : 0;
        Map<String, Integer> reaching = new LinkedHashMap<>();
        for (Unreached parameter : evidence.leftover().unreached()) {
            int reached = unlearnt - parameter.examples();
            reaching.merge(parameter.path().layer(), reached, Math::max);
        }
        return reaching.entrySet().stream()
                .filter(layer -> layer.getValue() < unlearnt * HALF)
                .map(Map.Entry::getKey)
                .reduce((before, last) -> last);
    }

    Slowness slowness() {
        return new Slowness(real(), floor() + allowed() * range(), range());
    }

    boolean isMerelySlow() {
        return !isLearnt() && slowness().isMerelySlow();
    }

    /** Why there is nothing to compare with; empty if there is. */
    String noScale(Task task) {
        if (task instanceof Task.Custom && Double.isNaN(floor())) {
            return "the smallest loss of a custom task is not known;"
                    + " Task.custom(...).lossCanFallTo(loss) states it";
        }
        if (Double.isNaN(floor())) {
            return "the smallest loss is not known: this loss cannot be told from the outputs and"
                    + " targets alone, it may have further terms";
        }
        if (range() > 0) {
            return "";
        }
        boolean floorIsHigher = floor() > chance() && (floor() > 0 || chance() < 0);
        return floorIsHigher
                ? "by this loss, outputs equal to the targets (%s) are no better than the best constant ones (%s)"
                        .formatted(Numbers.text(floor()), Numbers.text(chance()))
                : "all targets of the batch agree: the best constant outputs have a loss of "
                        + Numbers.text(chance());
    }
}
