package dev.mltest.library.gradient;

import dev.mltest.check.Bound;
import dev.mltest.check.Examination;
import dev.mltest.evidence.LossPoint;

import java.util.Locale;
import java.util.Optional;

/**
 * How far a derivative by gradients may be from the same by differences of the loss.
 *
 * @param at where both were taken
 */
record DerivativeBounds(LossPoint at) {

    private static final double TIMES_UNCERTAINTY = 10;
    private static final String SOURCE =
            "ten times what two step sizes and round-off leave open, and the digits that data are given"
                    + " to";

    /** Of a derivative of this size, whose difference of the loss leaves so much open. */
    double tolerance(double uncertainty, double size) {
        return TIMES_UNCERTAINTY * uncertainty + at.roundOff() * size;
    }

    Bound atMost(double tolerance) {
        return Bound.atMost(tolerance, SOURCE);
    }

    /** Why no derivative can be compared there. */
    Optional<String> unfit() {
        if (!Double.isFinite(at.loss())) {
            return Optional.of("the loss is " + at.loss());
        }
        return at.repeats()
                ? Optional.empty()
                : Optional.of("the loss of the same batch under the same seed differs each time");
    }

    Examination under(Examination examination) {
        String mode = at.mode().toLowerCase(Locale.ROOT);
        return examination.under("%s, %s mode".formatted(at.elementType(), mode));
    }
}
