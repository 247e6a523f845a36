package dev.mltest.library.gradient;

import dev.mltest.evidence.NudgeTraceEvidence.Trace;
import dev.mltest.model.Numbers;

/** Why a gradient is exactly zero, as far as nudging its parameter tells. */
enum ZeroCause {

    /** The loss has a slope there, which does not come back. */
    CUT,

    /** A layer on the way puts out the same for every example. */
    STILL_UNITS,

    /** The loss changes alike whichever way one goes. */
    FLAT_START,

    /** The effect ends between two layers. */
    LOST_ON_THE_WAY,

    /** The outputs change, the loss does not. */
    NOT_IN_THE_LOSS;

    private static final double ROUND_OFF = 1e-5;

    static ZeroCause of(Trace trace, double loss) {
        boolean isFelt = Math.max(Math.abs(trace.slope()), Math.abs(trace.bend()))
                > ROUND_OFF * Math.abs(loss);
        if (!trace.still().isEmpty()) {
            return STILL_UNITS;
        }
        if (isFelt) {
            return Math.abs(trace.slope()) > Math.abs(trace.bend()) / 10 ? CUT : FLAT_START;
        }
        return trace.outputChange() > 0 ? NOT_IN_THE_LOSS : LOST_ON_THE_WAY;
    }

    /** What was measured of it, as a sentence. */
    String describe(Trace trace) {
        return switch (this) {
            case CUT ->
                "nudged up and down, %s moves the loss by a slope of %s: there is a gradient to be had"
                        .formatted(trace.path(), Numbers.text(trace.slope()));
            case STILL_UNITS ->
                "%s puts out %s for every example: units dead, saturated or masked"
                        .formatted(
                                trace.still(),
                                trace.stillAt() == 0
                                        ? "0"
                                        : "the same numbers, of root mean square "
                                                + Numbers.text(trace.stillAt()));
            case FLAT_START ->
                "nudging %s up or down changes the loss alike, by %s; its slope there, %s, is next to nothing: by symmetry the gradient is rightly 0"
                        .formatted(
                                trace.path(),
                                Numbers.text(trace.bend()),
                                Numbers.text(trace.slope()));
            case LOST_ON_THE_WAY -> lost(trace);
            case NOT_IN_THE_LOSS ->
                "nudging %s moves the outputs by %s and not the loss: the loss is masked there, or cancels it as softmax cancels a common shift"
                        .formatted(trace.path(), Numbers.text(trace.outputChange()));
        };
    }

    private static String lost(Trace trace) {
        if (trace.lastMoved().isEmpty()) {
            return "nudging %s changes what no layer puts out: nothing reads it"
                    .formatted(trace.path());
        }
        String from = "nudging %s changes what %s puts out, and nothing behind it"
                .formatted(trace.path(), trace.lastMoved());
        if (trace.next().isEmpty()) {
            return from;
        }
        return from
                + "; next runs %s, which %s"
                        .formatted(
                                trace.next(),
                                trace.nextVaries()
                                        ? "tells examples apart: it cancels the change, or does not read it"
                                        : "puts out the same for every example");
    }
}
