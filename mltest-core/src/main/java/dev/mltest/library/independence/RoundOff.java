package dev.mltest.library.independence;

import dev.mltest.evidence.MixingEvidence.Output;

/** How far round-off alone may move an output. */
final class RoundOff {

    private static final double UNITS = 256;

    private RoundOff() {}

    static double of(Output output) {
        return UNITS * output.epsilon() * output.scale();
    }
}
