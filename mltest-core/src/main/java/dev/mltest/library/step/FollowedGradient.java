package dev.mltest.library.step;

import dev.mltest.evidence.ClippingEvidence;
import dev.mltest.evidence.ClippingEvidence.Part;
import dev.mltest.evidence.ClippingEvidence.Step;
import dev.mltest.model.ParameterPath;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gradient that updates followed, read back from them. Each parameter's learning rate is the
 * ratio of update and gradient that two gradients within the limit have in common although one is
 * twice the other; smallest first, since they are the last to be clipped.
 */
final class FollowedGradient {

    /** Rounding goes its own way: one part in a hundred hardly shows in the length of an update. */
    private static final double RESOLVED = 100;

    private static final double APART = 2;
    private static final double SAME = 0.01;
    private static final double ALIKE = 0.05;

    private final ClippingEvidence evidence;
    private final Map<ParameterPath, Double> rates = new LinkedHashMap<>();

    FollowedGradient(ClippingEvidence evidence) {
        this.evidence = evidence;
        evidence.steps().stream()
                .flatMap(step -> step.parts().stream())
                .map(Part::path)
                .distinct()
                .forEach(this::findRate);
    }

    private void findRate(ParameterPath path) {
        List<Part> within = evidence.steps().stream()
                .filter(step -> evidence.gradient(step) <= evidence.limit())
                .flatMap(step -> step.parts().stream())
                .filter(part -> part.path().equals(path))
                .filter(part -> part.gradient() > 0)
                .filter(FollowedGradient::isResolved)
                .sorted(Comparator.comparingDouble(Part::gradient))
                .toList();
        within.stream()
                .filter(part -> within.stream()
                        .filter(other -> other.gradient() >= APART * part.gradient())
                        .findFirst()
                        .filter(other -> Math.abs(ratio(other) / ratio(part) - 1) <= SAME)
                        .isPresent())
                .findFirst()
                .ifPresent(part -> rates.put(path, ratio(part)));
    }

    private static boolean isResolved(Part part) {
        return part.update() > RESOLVED * part.roundOff();
    }

    private static double ratio(Part part) {
        return part.update() / part.gradient();
    }

    /**
     * Whether the rates of all parameters that matter in this step are known, and their updates are
     * more than round-off.
     */
    boolean isKnown(Step step) {
        double least = SAME * evidence.gradient(step);
        return step.parts().stream()
                .filter(part -> part.gradient() > least)
                .allMatch(part -> rates.containsKey(part.path()) && isResolved(part));
    }

    /** Size of the gradient that was followed. */
    double size(Step step) {
        return step.parts().stream().mapToDouble(this::size).reduce(0, evidence::together);
    }

    private double size(Part part) {
        Double rate = rates.get(part.path());
        return rate == null ? 0 : part.update() / rate;
    }

    /**
     * Whether all parameters that matter follow the same part of their gradients, be it less than
     * the whole: rules that saturate by themselves do not.
     */
    boolean isCutAsAWhole(Step step) {
        double least = ALIKE * evidence.gradient(step);
        double[] parts = step.parts().stream()
                .filter(part -> part.gradient() > least)
                .mapToDouble(part -> size(part) / part.gradient())
                .sorted()
                .toArray();
        return isKnown(step)
                && parts.length > 0
                && parts[parts.length - 1] - parts[0] <= ALIKE * parts[parts.length - 1];
    }
}
