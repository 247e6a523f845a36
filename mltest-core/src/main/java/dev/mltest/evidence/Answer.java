package dev.mltest.evidence;

/**
 * What came back from asking a question under one seed.
 *
 * @param <E> the evidence asked for
 */
public sealed interface Answer<E extends Evidence> {

    /**
     * It could be looked at.
     *
     * @param evidence what was seen
     * @param spent what it cost, as counted
     * @param seconds how long it took
     */
    record Seen<E extends Evidence>(E evidence, Price spent, double seconds) implements Answer<E> {}

    /**
     * It could not be looked at.
     *
     * @param reason why, as a clause
     */
    record Unavailable<E extends Evidence>(String reason) implements Answer<E> {}
}
