package dev.mltest.corpus;

import dev.mltest.corpus.program.Engine;

import java.util.List;

/**
 * One row of {@code faults.csv}, or what is known of a correct program.
 *
 * @param id stable, for example {@code LO07}
 * @param group the kind of fault
 * @param description what was changed, or why the program is correct
 * @param properties the properties that ought to be found broken, the credited one first; none for
 *     a correct program
 * @param tier T1 violates a property by construction, T2 statistically, T3 only against a declared
 *     intent; empty for a correct program
 * @param engines in which engines it can happen: {@code B} both, {@code D} DJL, {@code L} DL4J
 * @param needs what has to be declared for it to be found; {@code -} if nothing
 */
public record Listing(
        String id,
        String group,
        String description,
        List<String> properties,
        String tier,
        String engines,
        String needs) {

    /** Keeps its own copy. */
    public Listing {
        properties = List.copyOf(properties);
    }

    /** Whether it can happen in this engine. */
    public boolean concerns(Engine engine) {
        return engines.equals("B") || engines.equals(engine == Engine.DJL ? "D" : "L");
    }

    /** Whether it is a correct program. */
    public boolean isCorrect() {
        return properties.isEmpty();
    }
}
