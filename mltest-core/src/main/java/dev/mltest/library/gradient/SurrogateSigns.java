package dev.mltest.library.gradient;

import dev.mltest.evidence.Slope;
import dev.mltest.evidence.TensorSlopesEvidence.Alone;
import dev.mltest.model.Numbers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells gradients that differ from the slopes as if they were meant to: the loss is flat behind a
 * straight-through estimator, and behind a gradient reversal each gradient is the same negative
 * multiple of the slope.
 */
final class SurrogateSigns {

    private static final double SAME = 1e-3;

    private SurrogateSigns() {}

    /** Why these wrong gradients cannot be judged; empty if nothing speaks for intent. */
    static Optional<String> of(List<Alone> wrong) {
        List<Slope> slopes =
                wrong.stream().flatMap(alone -> alone.slopes().stream()).toList();
        Optional<String> sign = flat(slopes).or(() -> reversed(slopes));
        return sign.map(seen -> seen
                + "; if that is meant, .surrogateGradients(%s) says so, and the others are judged"
                        .formatted(wrong.stream()
                                .map(alone -> '"' + alone.tensor().name() + '"')
                                .collect(Collectors.joining(", "))));
    }

    private static Optional<String> flat(List<Slope> slopes) {
        boolean flat = slopes.stream()
                .allMatch(slope -> slope.numeric() == 0 && slope.analytic() != 0 && !slope.bends());
        return flat
                ? Optional.of("the loss is flat where gradients say otherwise, as behind a"
                        + " straight-through estimator")
                : Optional.empty();
    }

    private static Optional<String> reversed(List<Slope> slopes) {
        Slope steepest = slopes.stream()
                .max(Comparator.comparingDouble(slope -> Math.abs(slope.numeric())))
                .orElseThrow();
        double factor = steepest.analytic() / steepest.numeric();
        boolean same = slopes.stream()
                .allMatch(slope -> Math.abs(slope.analytic() - factor * slope.numeric())
                        <= SAME * Math.abs(factor * slope.numeric()) + slope.uncertainty());
        return factor < 0 && same
                ? Optional.of(
                        "gradients are %s times the slope of the loss, as behind a gradient reversal"
                                .formatted(Numbers.text(factor)))
                : Optional.empty();
    }
}
