package dev.mltest.junit.jqwik;

import dev.mltest.relation.Transformation;

import java.util.random.RandomGenerator;

/** A transformation that leaves no choice. */
record OneChange(Drawn drawn) implements Transformation {

    @Override
    public String describe() {
        return drawn.description();
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        return drawn;
    }

    /** As jqwik reports it. */
    @Override
    public String toString() {
        return describe();
    }
}
