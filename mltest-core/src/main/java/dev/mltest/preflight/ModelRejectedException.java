package dev.mltest.preflight;

/** A sanity run found a model that violates a check; the message tells which, how, and why. */
public final class ModelRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelRejectedException(String message) {
        super(message);
    }
}
