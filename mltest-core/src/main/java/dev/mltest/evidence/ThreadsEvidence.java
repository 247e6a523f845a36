package dev.mltest.evidence;

import java.util.List;

/**
 * One model in two processes that differ in the number of threads they compute with.
 *
 * @param fewer threads of the one
 * @param more threads of the other
 * @param summands how many numbers at most are added up to one: the values of a batch's largest
 *     input, or of the largest parameter
 * @param figures one entry for each tensor that was compared
 */
public record ThreadsEvidence(int fewer, int more, long summands, List<Figure> figures)
        implements Evidence {

    /** Keeps its own copy. */
    public ThreadsEvidence {
        figures = List.copyOf(figures);
    }

    /** What was computed, in this order; each rests on those before it. */
    public enum Kind {
        /** A parameter before anything was done. */
        START,
        /** An output in inference mode. */
        OUTPUT,
        /** The gradient of a parameter in training mode. */
        GRADIENT,
        /** What the optimiser's first step adds to a parameter. */
        STEP
    }

    /**
     * One tensor, or evenly spread elements of it.
     *
     * @param kind what it is
     * @param place whose
     * @param difference largest difference of an element; NaN if one of them is no number
     * @param scale largest absolute element; for a gradient that of its whole layer
     * @param unit largest change of an element when every input and parameter is changed by one
     *     unit of round-off; 0 for starts and steps
     * @param epsilon distance from 1 to the next number in its type
     */
    public record Figure(
            Kind kind,
            String place,
            double difference,
            double scale,
            double unit,
            double epsilon) {}
}
