package dev.mltest.evidence;

import java.util.List;

/**
 * The loss of made-up outputs, ordinary and extreme, beside a reference that loses no digits.
 *
 * @param elementType number format of the outputs
 * @param epsilon distance from 1 to the next number in that format
 * @param largest largest number of that format, divided by the number of outputs: as large a loss
 *     of each of them leaves their sum in range
 * @param reference what the loss was compared with, in words
 * @param known whether the reference is a formula, and not the same loss in double precision
 * @param unit size of the loss for outputs that are nothing special
 * @param cases one entry for each pattern of outputs, those of one direction in order of level
 */
public record LossDigitsEvidence(
        String elementType,
        double epsilon,
        double largest,
        String reference,
        boolean known,
        double unit,
        List<Case> cases)
        implements Evidence {

    /** Keeps its own copy. */
    public LossDigitsEvidence {
        cases = List.copyOf(cases);
    }

    /**
     * One pattern of outputs.
     *
     * @param direction where outputs point, in words
     * @param level how far
     * @param loss the model's own loss
     * @param exact the reference
     * @param floor the reference with every probability held at half the digits of the format, as a
     *     loss that clips probabilities there has it; {@code exact} if nothing can be clipped
     * @param effect largest change of the reference when outputs move by one unit in the last
     *     place; 0 if the loss was so close that nobody asked
     */
    public record Case(
            String direction,
            double level,
            double loss,
            double exact,
            double floor,
            double effect) {}
}
