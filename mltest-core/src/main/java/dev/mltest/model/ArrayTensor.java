package dev.mltest.model;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;

/**
 * An immutable tensor on the heap: the form in which users' data, transformed inputs and fetched
 * values travel. Elements are stored as doubles already rounded to the element type, row-major.
 */
public final class ArrayTensor implements Tensor {

    private final Shape shape;
    private final ElementType elementType;
    private final double[] values;

    private ArrayTensor(Shape shape, ElementType elementType, double[] values) {
        if (shape.elements() != values.length) {
            throw new ConfigurationException("a tensor of shape %s needs %d values, but got %d"
                    .formatted(shape, shape.elements(), values.length));
        }
        this.shape = shape;
        this.elementType = elementType;
        this.values = values;
    }

    /**
     * A tensor of these values, rounded to the element type.
     *
     * @throws ConfigurationException if the number of values does not fit the shape
     */
    public static ArrayTensor of(ElementType elementType, Shape shape, double... values) {
        double[] rounded = Arrays.stream(values).map(elementType::round).toArray();
        return new ArrayTensor(shape, elementType, rounded);
    }

    /** A single-precision tensor. */
    public static ArrayTensor ofFloats(Shape shape, float... values) {
        double[] widened = new double[values.length];
        Arrays.setAll(widened, i -> values[i]);
        return new ArrayTensor(shape, ElementType.FLOAT32, widened);
    }

    /** A double-precision tensor. */
    public static ArrayTensor ofDoubles(Shape shape, double... values) {
        return new ArrayTensor(shape, ElementType.FLOAT64, values.clone());
    }

    /** A tensor of 64-bit integers: class indices, token ids, lengths. */
    public static ArrayTensor ofLongs(Shape shape, long... values) {
        double[] widened = LongStream.of(values).asDoubleStream().toArray();
        return new ArrayTensor(shape, ElementType.INT64, widened);
    }

    /** A tensor whose elements are all the same. */
    public static ArrayTensor filled(ElementType elementType, Shape shape, double value) {
        double[] values = new double[Math.toIntExact(shape.elements())];
        Arrays.fill(values, elementType.round(value));
        return new ArrayTensor(shape, elementType, values);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public ElementType elementType() {
        return elementType;
    }

    /** Element at a row-major position. */
    public double get(int index) {
        return values[index];
    }

    /** Number of elements. */
    public int length() {
        return values.length;
    }

    /** The values, row-major. */
    public double[] toDoubles() {
        return values.clone();
    }

    /** The values as single precision, row-major. */
    public float[] toFloats() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** The values as integers, row-major. */
    public long[] toLongs() {
        return Arrays.stream(values).mapToLong(value -> (long) value).toArray();
    }

    /** The same elements under another shape of equal size. */
    public ArrayTensor reshaped(Shape other) {
        return new ArrayTensor(other, elementType, values);
    }

    /** Every element replaced by its image, rounded to the element type. */
    public ArrayTensor map(DoubleUnaryOperator image) {
        return of(elementType, shape, Arrays.stream(values).map(image).toArray());
    }

    /** The same numbers in another element type. */
    public ArrayTensor as(ElementType other) {
        return other == elementType ? this : of(other, shape, values);
    }

    /** These rows of axis 0, in this order, repeats allowed. */
    public ArrayTensor rows(int... rows) {
        int rowLength = rowLength();
        double[] picked = new double[rows.length * rowLength];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * rowLength, picked, i * rowLength, rowLength);
        }
        return new ArrayTensor(shape.withRows(rows.length), elementType, picked);
    }

    /** Number of elements in one row of axis 0. */
    public int rowLength() {
        long rows = shape.size(0);
        return rows == 0 ? 0 : Math.toIntExact(values.length / rows);
    }

    @Override
    public TensorSummary summary() {
        return Statistics.summary(values);
    }

    @Override
    public TensorDifference differenceFrom(Tensor other) {
        return Statistics.difference(values, sameShape(other).values);
    }

    @Override
    public ArrayTensor plusScaled(Tensor other, double factor) {
        double[] addend = sameShape(other).values;
        double[] sum = new double[values.length];
        Arrays.setAll(sum, i -> elementType.round(values[i] + factor * addend[i]));
        return new ArrayTensor(shape, elementType, sum);
    }

    /** This tensor itself, since it cannot change. */
    @Override
    public ArrayTensor copy() {
        return this;
    }

    @Override
    public ArrayTensor toArray() {
        return this;
    }

    private ArrayTensor sameShape(Tensor other) {
        if (!other.shape().equals(shape)) {
            throw new IllegalArgumentException("shapes differ: " + shape + " and " + other.shape());
        }
        return other.toArray();
    }

    /** Same shape, element type and bits. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ArrayTensor tensor
                && elementType == tensor.elementType
                && shape.equals(tensor.shape)
                && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    /** Shape and type, and the values if there are at most sixteen. */
    @Override
    public String toString() {
        String head = elementType + shape.toString();
        return values.length > 16 ? head : head + Arrays.toString(values);
    }
}
