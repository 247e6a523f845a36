package dev.mltest.library.loss;

import dev.mltest.evidence.StartEvidence;
import dev.mltest.evidence.StartEvidence.BatchStart;
import dev.mltest.model.Numbers;
import dev.mltest.model.Task;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where the loss of an untrained model may lie.
 *
 * @param low smallest plausible mean loss; NaN if unknown
 * @param high largest plausible mean loss; NaN if unknown
 * @param neutral mean loss of outputs that favour nothing; NaN if unknown, or if {@code high} was
 *     not measured
 * @param theory what theory says, as a sentence for a reader
 * @param source where the limits come from
 */
record StartRange(double low, double high, double neutral, String theory, String source) {

    private static final double ROUND_OFF = 1e-5;

    private static final double ALLOWED_VARIANCE = 8;

    static StartRange of(Task task, List<StartEvidence> starts) {
        if (task instanceof Task.Custom custom) {
            return new StartRange(
                    custom.lowestStart(),
                    custom.highestStart(),
                    Double.NaN,
                    "the start was stated for this task",
                    "as stated by .lossStartsBetween");
        }
        double best = mean(starts, BatchStart::bestConstantLoss);
        double neutral = mean(starts, BatchStart::neutralLoss);
        if (task instanceof Task.Classification k) {
            return ofClasses(k.classes(), best, neutral);
        }
        if (task instanceof Task.LanguageModel language) {
            return ofClasses(language.vocabulary(), best, neutral);
        }
        double high = mean(starts, BatchStart::highLoss);
        return new StartRange(
                Double.isNaN(best) ? Double.NEGATIVE_INFINITY : best,
                high,
                neutral,
                "outputs that favour nothing have a loss of %s, the best constant outputs %s"
                        .formatted(Numbers.text(neutral), Numbers.text(best)),
                "from the best constant outputs to constant outputs of size sqrt(8)");
    }

    private static StartRange ofClasses(int classes, double best, double neutral) {
        double theory = Math.log(classes);
        double unit = neutral > 0 ? neutral / theory : 1;
        String measured = Double.isNaN(neutral)
                ? ""
                : "; equal scores for all classes have a loss of " + Numbers.text(neutral);
        return new StartRange(
                best,
                unit * (theory + ALLOWED_VARIANCE / 2),
                Double.NaN,
                "theory: log(%d) = %s%s".formatted(classes, Numbers.text(theory), measured),
                "from the entropy of the class shares to log %d + 4, logits of variance 8"
                        .formatted(classes));
    }

    private static double mean(List<StartEvidence> starts, ToDoubleFunction<BatchStart> figure) {
        return starts.stream()
                .mapToDouble(start -> start.mean(figure))
                .average()
                .orElse(Double.NaN);
    }

    /** Who says where the loss starts, as a clause. */
    String authority() {
        return source.startsWith("as stated") ? "it was stated to" : "theory says";
    }

    boolean isKnown() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    String unknownBecause() {
        return "it is not known where this loss starts: the framework cannot evaluate it by itself, or the"
                + " task is custom; Task.custom(...).lossStartsBetween(low, high) states it";
    }

    /** Whether worse outputs cost less: the loss has the wrong sign. */
    boolean isReversed() {
        return neutral - high > ROUND_OFF * Math.abs(high);
    }

    boolean contains(double loss) {
        return low <= loss && loss <= high;
    }
}
