package dev.mltest.reporting.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Text that grows up to a limit, and says so when something did not fit. */
final class LimitedText {

    /** For the remark that something was left out. */
    private static final int RESERVE = 200;

    private final StringBuilder text = new StringBuilder();
    private int bytesLeft;
    private int leftOut;

    LimitedText(int bytes) {
        this.bytesLeft = bytes - RESERVE;
    }

    /** Adds a piece whole, or not at all. */
    LimitedText add(String piece) {
        int bytes = piece.getBytes(UTF_8).length;
        if (bytes <= bytesLeft) {
            bytesLeft -= bytes;
            text.append(piece);
        } else {
            leftOut++;
        }
        return this;
    }

    @Override
    public String toString() {
        return leftOut == 0
                ? text.toString()
                : text
                        + "\n\nFor want of space %d rows or sections were left out; see the report.\n"
                                .formatted(leftOut);
    }
}
