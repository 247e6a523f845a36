package dev.mltest.corpus.arm;

import java.util.List;

/** One way of judging programs. It has no state and decides on the exhibit alone. */
public interface Arm {

    /** Short name, for example {@code umlaut}. */
    String name();

    /** Where its rules and thresholds are published. */
    String source();

    /** Whether it asks mltest's own experiments and checks, so that their code decides. */
    default boolean restsOnChecks() {
        return false;
    }

    /** What it says of a program, in its own order; empty if it finds nothing wrong. */
    List<Finding> judge(Exhibit exhibit);
}
