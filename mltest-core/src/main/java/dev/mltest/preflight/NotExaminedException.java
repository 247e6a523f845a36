package dev.mltest.preflight;

/** A sanity run could not judge a single check; the message tells why. */
public final class NotExaminedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotExaminedException(String message) {
        super(message);
    }
}
