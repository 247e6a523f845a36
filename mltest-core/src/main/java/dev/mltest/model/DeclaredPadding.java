package dev.mltest.model;

/**
 * States that padding means nothing: what stands at padded positions of an input, and how many of
 * them there are, makes no difference to what a model says of the others. Where the padding is, is
 * said by the mask of the input, or else by a value that fills nothing but padding.
 *
 * @param input which input; empty for every input that has a mask, or the first if none has
 * @param value what padding is filled with; NaN if only masks tell
 * @param axis the axis of the input that runs over positions; 0 to find it by its size
 */
public record DeclaredPadding(String input, double value, int axis) implements Declaration {

    /** Padding that masks tell. */
    public static DeclaredPadding byMask() {
        return new DeclaredPadding("", Double.NaN, 0);
    }

    /** Padding that is known by what it is filled with, where there is no mask. */
    public static DeclaredPadding with(double value) {
        if (Double.isNaN(value)) {
            throw new ConfigurationException(
                    "padding cannot be told by NaN; write .padded() and give the batches a mask");
        }
        return new DeclaredPadding("", value, 0);
    }

    /** The same of one input only. */
    public DeclaredPadding of(String name) {
        return new DeclaredPadding(name, value, axis);
    }

    /** The same where positions run along this axis; axis 0 runs over the examples. */
    public DeclaredPadding along(int given) {
        return new DeclaredPadding(input, value, DeclaredCausality.requireBehindExamples(given));
    }
}
