package dev.mltest.cli;

import dev.mltest.preflight.PreflightResult;
import dev.mltest.reporting.gate.Decision;

/** What a shell is told. */
final class ExitCode {

    static final int HELD = Decision.HELD;
    static final int VIOLATED = Decision.VIOLATED;
    static final int MISUSE = 2;
    static final int COULD_NOT_LOOK = Decision.COULD_NOT_LOOK;

    private ExitCode() {}

    static int of(PreflightResult result) {
        return switch (result.standing()) {
            case VIOLATED -> VIOLATED;
            case HELD -> result.error().isPresent() ? MISUSE : HELD;
            case NOT_EXAMINED -> result.error().isPresent() ? MISUSE : COULD_NOT_LOOK;
        };
    }
}
