package dev.mltest.experiment;

import java.util.Arrays;

/**
 * Counts the elements that a layer sets to 0 in training mode, and asks whether chance picks them.
 */
final class Erasing {

    private long candidates;
    private long erased;
    private final double[] largestErased = new double[2];
    private final double[] smallestKept = new double[2];

    Erasing() {
        Arrays.fill(smallestKept, Double.POSITIVE_INFINITY);
    }

    /** Elements that are not 0 in the input and in inference mode could have been kept. */
    void look(ElementSample input, ElementSample inference, ElementSample drawn) {
        for (int i = 0; i < drawn.size(); i++) {
            double from = input.get(i);
            if (from == 0 || inference.get(i) == 0) {
                continue;
            }
            int sign = from > 0 ? 1 : 0;
            candidates++;
            if (drawn.get(i) == 0) {
                erased++;
                largestErased[sign] = Math.max(largestErased[sign], Math.abs(from));
            } else {
                smallestKept[sign] = Math.min(smallestKept[sign], Math.abs(from));
            }
        }
    }

    long candidates() {
        return candidates;
    }

    double share() {
        return candidates == 0 ? 0 : erased / (double) candidates;
    }

    /** A bend erases by value; where a kept element is smaller than an erased one, chance does. */
    boolean isRandom() {
        return largestErased[0] > smallestKept[0] || largestErased[1] > smallestKept[1];
    }
}
