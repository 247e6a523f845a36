package dev.mltest.corpus.arm;

import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.evidence.EvidenceSource;

/**
 * What an arm may see of a program under one seed: what was recorded and what its user declared.
 * Neither id nor group nor the program itself can be reached from here.
 */
public interface Exhibit {

    /** Answers for a model described by its parts only: model, loss, optimiser, data. */
    EvidenceSource evidence();

    /** Answers for the same model with all that its user can declare. */
    EvidenceSource declared();

    /** What was recorded while the program trained in its own way. */
    RunEvidence run();

    /** What the program's randomness was seeded with. */
    long seed();
}
