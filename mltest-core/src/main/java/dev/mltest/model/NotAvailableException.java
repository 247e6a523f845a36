package dev.mltest.model;

/**
 * The framework, engine or device cannot answer this question about this model. A check that needs
 * the answer becomes not applicable, with this reason; it never passes.
 */
public final class NotAvailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the reason as a clause, for example "the engine has no double precision LSTM". */
    public NotAvailableException(String reason) {
        super(reason);
    }
}
