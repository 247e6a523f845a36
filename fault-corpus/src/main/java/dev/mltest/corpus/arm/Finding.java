package dev.mltest.corpus.arm;

import java.util.List;

/**
 * Something an arm says of a program.
 *
 * @param rule which check or rule says it
 * @param properties the properties of the protocol that the rule is about, {@code P01} to
 *     {@code P29}
 * @param loci the places it names, the worst first; may be empty
 * @param isFailure whether it fails the program; a mere warning otherwise
 * @param measured what was measured, as a sentence
 */
public record Finding(
        String rule,
        List<String> properties,
        List<String> loci,
        boolean isFailure,
        String measured) {

    /** Keeps its own copies. */
    public Finding {
        properties = List.copyOf(properties);
        loci = List.copyOf(loci);
    }
}
