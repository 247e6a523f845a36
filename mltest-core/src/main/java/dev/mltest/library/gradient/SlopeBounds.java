package dev.mltest.library.gradient;

import dev.mltest.check.Bound;
import dev.mltest.evidence.Slope;
import dev.mltest.evidence.SlopesEvidence;
import dev.mltest.evidence.SlopesEvidence.Moved;
import dev.mltest.model.Numbers;

import java.util.Comparator;

/**
 * How far a gradient may be from the slope of the loss, and how small an error that lets be seen.
 *
 * @param evidence all tensors moved at once
 */
record SlopeBounds(SlopesEvidence evidence) {

    private static final double MISSED = 1e-3;
    private static final double NORMAL_DENSITY = Math.sqrt(2 / Math.PI);

    double tolerance(Slope slope) {
        return derivatives().tolerance(slope.uncertainty(), evidence.size());
    }

    boolean allows(Slope slope) {
        return slope.error() <= tolerance(slope);
    }

    Bound of(Slope slope) {
        return derivatives().atMost(tolerance(slope));
    }

    DerivativeBounds derivatives() {
        return new DerivativeBounds(evidence.at());
    }

    /** Whether gradients that are off by all of their size would go unnoticed. */
    boolean isBlind() {
        return evidence.size() > 0 && smallestSeen() >= evidence.size();
    }

    /** In words, of the tensor whose error is seen least. */
    String sight() {
        return evidence.tensors().stream()
                .filter(tensor -> tensor.share() > 0)
                .min(Comparator.comparingDouble(Moved::share))
                .map(this::sightOf)
                .orElse("no gradient has a size");
    }

    private String sightOf(Moved tensor) {
        return "an error of %s of its norm in the gradient of %s, and of less in any other, is missed once in 1,000 times"
                .formatted(Numbers.text(smallestSeen() / tensor.share()), tensor.name());
    }

    /**
     * The smallest error of a slope's standard deviation that all directions miss together once in
     * 1,000 times: a normal number is below a small part t of its deviation with probability t
     * times twice the normal density at 0.
     */
    private double smallestSeen() {
        double tolerance =
                evidence.slopes().stream().mapToDouble(this::tolerance).max().orElse(Double.NaN);
        double missedByOne = Math.pow(MISSED, 1.0 / evidence.slopes().size());
        return NORMAL_DENSITY * tolerance / missedByOne;
    }
}
