package dev.mltest.diagnosis;

import dev.mltest.model.NotAvailableException;

import java.util.Set;

/**
 * One thing that may be behind violations: what suggests it, and the experiment that tells. It is
 * confirmed by what becomes of the symptom when the cause is taken away, or by looking at the cause
 * itself; never by the symptom alone.
 */
interface Cause {

    /** A stable name in kebab case. */
    String name();

    /** The cause as a clause, to be read after its place and a colon. */
    String statement();

    /** Any of these makes it worth looking into. */
    Set<Symptom> suggestedBy();

    /**
     * Asks for experiments and judges them.
     *
     * @throws NotAvailableException if an experiment cannot be made
     */
    Finding examine(Inquiry inquiry);

    /** It is so. */
    default Finding confirmed(String place, String evidence) {
        return new Finding(name(), statement(), place, Finding.Standing.CONFIRMED, evidence);
    }

    /** It is not so. */
    default Finding refuted(String place, String evidence) {
        return new Finding(name(), statement(), place, Finding.Standing.REFUTED, evidence);
    }
}
