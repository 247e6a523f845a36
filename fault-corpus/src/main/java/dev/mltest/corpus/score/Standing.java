package dev.mltest.corpus.score;

import dev.mltest.corpus.result.ProgramResult;

/** Whether a program counts. */
public enum Standing {
    /** Its oracle confirmed what it is. */
    KEPT,
    /** Its oracle did not: an equivalent edit, or a correct program that does not learn. */
    NOT_CONFIRMED,
    /** The engine itself refuses it. */
    BLOCKED;

    static Standing of(ProgramResult result) {
        if (result.isBlocked()) {
            return BLOCKED;
        }
        return result.oracle().confirmed() ? KEPT : NOT_CONFIRMED;
    }
}
