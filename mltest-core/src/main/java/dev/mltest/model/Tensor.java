package dev.mltest.model;

/**
 * Numbers with a shape, kept where the framework keeps them. Summaries and distances are computed
 * there; only they cross to the heap unless {@link #toArray()} asks for the values.
 *
 * <p>A tensor handed out by a model is valid until the {@link Scope} it was obtained in is closed,
 * and it may be a view of live data: compare it before the model moves on.
 */
public interface Tensor {

    /** Axis sizes. */
    Shape shape();

    /** Number format of the elements. */
    ElementType elementType();

    /** Norm, extremes and counts of the elements. */
    TensorSummary summary();

    /**
     * How far this tensor is from another of the same shape.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    TensorDifference differenceFrom(Tensor other);

    /** A new tensor {@code this + factor * other}, in this tensor's element type. */
    Tensor plusScaled(Tensor other, double factor);

    /** A copy that does not follow the original any more. */
    Tensor copy();

    /** The values, copied to the heap. */
    ArrayTensor toArray();
}
