package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * Outputs that a model might give on a bad day. Levels lie on both sides of where single precision
 * ends: {@code exp} overflows from 89 on, and a probability of {@code exp(-17)} cannot be told from
 * 0 beside 1.
 *
 * @param direction where they point, in words
 * @param level how far
 * @param values the outputs
 */
record OutputPattern(String direction, double level, ArrayTensor values) {

    private static final double[] LEVELS = {1, 3, 10, 30, 88, 100, 1000, 10_000};
    private static final double[] DISTANCES = {0.001, 1, 10, 100, 1000, 10_000};
    private static final double NEARLY = 0.01;
    private static final double MOST_OF_UNKNOWN = 100;

    /** For outputs in rows of this width; targets are numbers of the outputs' order. */
    static List<OutputPattern> of(Task task, ArrayTensor targets, int width) {
        Optional<Pointers> pointers = Pointers.of(task);
        List<OutputPattern> patterns = new ArrayList<>();
        if (pointers.isEmpty()) {
            aroundTargets(patterns, targets);
            return patterns;
        }
        towardsAndAway(patterns, targets, width, pointers.get());
        if (pointers.get().neutral() == 0) {
            sameForAll(patterns, targets, width, LEVELS[LEVELS.length - 1]);
        }
        patterns.sort(Comparator.comparingDouble(OutputPattern::level));
        return patterns;
    }

    /** For outputs of which nothing is known. */
    static List<OutputPattern> ofUnknown(ArrayTensor like, int width) {
        List<OutputPattern> patterns = new ArrayList<>();
        sameForAll(patterns, like, width, MOST_OF_UNKNOWN);
        return patterns;
    }

    private static void towardsAndAway(
            List<OutputPattern> patterns, ArrayTensor targets, int width, Pointers pointers) {
        boolean logits = pointers.neutral() == 0;
        double others = width == 1 || pointers.neutral() == 0.5 ? 1 : width - 1;
        for (double level : LEVELS) {
            Pointers.Pair right = pointers.bold().apply(level);
            Pointers.Pair wrong = logits
                    ? new Pointers.Pair(right.miss(), right.hit())
                    : new Pointers.Pair(right.miss() * others, right.hit() / others);
            patterns.add(pointing("towards the targets", level, targets, right));
            patterns.add(pointing("away from the targets", level, targets, wrong));
        }
    }

    private static OutputPattern pointing(
            String direction, double level, ArrayTensor targets, Pointers.Pair pair) {
        return new OutputPattern(
                direction, level, targets.map(hit -> hit * pair.hit() + (1 - hit) * pair.miss()));
    }

    private static void sameForAll(
            List<OutputPattern> patterns, ArrayTensor like, int width, double most) {
        for (double level : LEVELS) {
            if (level <= most) {
                patterns.add(at("up together", level, like, i -> level));
                patterns.add(at("down together", level, like, i -> -level));
                patterns.add(at("nearly equal", level, like, i -> level + NEARLY * (i % 3)));
                patterns.add(at("to either side", level, like, i -> i % 2 == 0 ? level : -level));
                patterns.add(at(
                        "one of each row",
                        level,
                        like,
                        i -> i % width == i / width % width ? level : 0));
            }
        }
    }

    private static void aroundTargets(List<OutputPattern> patterns, ArrayTensor targets) {
        double unit = Math.max(1, targets.summary().maxAbs());
        for (double distance : DISTANCES) {
            add(patterns, "above the targets", distance, targets, (y, i) -> y + distance * unit);
            add(
                    patterns,
                    "around the targets",
                    distance,
                    targets,
                    (y, i) -> i % 2 == 0 ? y + distance * unit : y - distance * unit);
        }
    }

    private static void add(
            List<OutputPattern> patterns,
            String direction,
            double level,
            ArrayTensor targets,
            DoubleBinaryOperator value) {
        patterns.add(at(direction, level, targets, i -> value.applyAsDouble(targets.get(i), i)));
    }

    private static OutputPattern at(
            String direction, double level, ArrayTensor like, IntToDoubleFunction value) {
        double[] values = new double[like.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsDouble(i);
        }
        return new OutputPattern(direction, level, ArrayTensor.ofDoubles(like.shape(), values));
    }
}
