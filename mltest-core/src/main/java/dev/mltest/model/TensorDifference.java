package dev.mltest.model;

/**
 * How far two tensors of one shape are apart. A NaN equals nothing and never counts as changed:
 * positions where either side is not finite are counted in {@code nonFinite} only.
 *
 * @param count number of positions
 * @param changed positions where both sides are finite and not bitwise the same number
 * @param nonFinite positions where either side is NaN or infinite
 * @param maxAbs largest absolute difference over the finite positions
 * @param norm Euclidean norm of the difference over the finite positions
 */
public record TensorDifference(
        long count, long changed, long nonFinite, double maxAbs, double norm) {

    /** Whether no position changed and all are finite. */
    public boolean isNone() {
        return changed == 0 && nonFinite == 0;
    }
}
