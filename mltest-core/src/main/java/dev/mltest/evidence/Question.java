package dev.mltest.evidence;

/**
 * Names a kind of evidence. Two questions with the same id are the same question and get the same
 * answer.
 *
 * @param <E> the evidence that answers it
 */
public interface Question<E extends Evidence> {

    /**
     * Stable name, with its parameters, for example {@code first-steps} or
     * {@code nudges(head/bias)}.
     */
    String id();

    /** The type of the answer. */
    Class<E> evidenceType();
}
