package dev.mltest.model;

/**
 * What is worth knowing of a tensor without its values. Extremes, mean and norm are taken over the
 * finite elements; they are 0 if there is none.
 *
 * @param count number of elements
 * @param zeros number of elements that are exactly 0
 * @param nonFinite number of elements that are NaN or infinite
 * @param min smallest finite element
 * @param max largest finite element
 * @param mean mean of the finite elements
 * @param norm Euclidean norm of the finite elements
 */
public record TensorSummary(
        long count, long zeros, long nonFinite, double min, double max, double mean, double norm) {

    /** Largest absolute value of a finite element. */
    public double maxAbs() {
        return Math.max(Math.abs(min), Math.abs(max));
    }

    /** Root of the mean square of the finite elements. */
    public double rms() {
        long finite = count - nonFinite;
        return finite == 0 ? 0 : norm / Math.sqrt(finite);
    }
}
