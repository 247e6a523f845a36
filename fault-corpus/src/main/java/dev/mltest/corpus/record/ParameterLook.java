package dev.mltest.corpus.record;

import dev.mltest.model.ParameterPath;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One parameter at one step.
 *
 * @param path its place
 * @param role trainable, frozen or state
 * @param shape axis sizes
 * @param value before the step
 * @param tinyShare share of elements below 1e-5 in size
 * @param negativeShare share of elements below 0
 * @param gradient of the step's batch; nothing if the model gives none
 * @param change by this step: of the differences between after and before
 * @param changed elements that are not bitwise what they were, NaN included
 * @param nonFiniteAfter elements that are NaN or infinite after the step
 * @param isStill whether all elements are close to what they were at the look before: within 1e-5
 *     relative and 1e-8 absolute
 */
public record ParameterLook(
        String path,
        String role,
        List<Long> shape,
        Spread value,
        double tinyShare,
        double negativeShare,
        List<Spread> gradient,
        Spread change,
        long changed,
        long nonFiniteAfter,
        boolean isStill) {

    private static final Set<String> NEITHER = Set.of("gamma", "beta", "mean", "var", "log10stdev");

    /** Keeps its own copies. */
    public ParameterLook {
        shape = List.copyOf(shape);
        gradient = List.copyOf(gradient);
    }

    /** Whether the optimiser is meant to move it. */
    public boolean isTrainable() {
        return role.equals("trainable");
    }

    /** Whether it is excluded from training. */
    public boolean isFrozen() {
        return role.equals("frozen");
    }

    /** Whether it is a bias. */
    public boolean isBias() {
        return name().equals("b") || name().contains("bias");
    }

    /** Whether it is a trainable matrix or filter bank: no bias, no gain of a normalisation. */
    public boolean isWeight() {
        return isTrainable() && !isBias() && !NEITHER.contains(name()) && shape.size() > 1;
    }

    private String name() {
        return ParameterPath.of(path).name().toLowerCase(Locale.ROOT);
    }

    /** Norm of the change over the norm of the value; 0 if the value is 0. */
    public double relativeChange() {
        return value.norm() == 0 ? 0 : change.norm() / value.norm();
    }

    /** Mean size of a change over mean size of an element; 0 if the value is 0. */
    public double meanUpdateRatio() {
        return value.meanAbs() == 0 ? 0 : change.meanAbs() / value.meanAbs();
    }
}
