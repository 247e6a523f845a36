package dev.mltest.evidence;

/** Where answers come from: a laboratory with the live model, or the recording of one. */
public interface EvidenceSource {

    /** The subject the evidence is about. */
    Subject subject();

    /** The most that answering this question may cost, for one seed. */
    Price price(Question<?> question);

    /** Whether the answer is already there, so that asking costs nothing. */
    boolean knows(Question<?> question, long seed);

    /** Answers a question under one seed; the same answer each time. */
    <E extends Evidence> Answer<E> ask(Question<E> question, long seed);
}
