package dev.mltest.dl4j;

import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

import java.util.function.Supplier;

/**
 * A model's own place in a sequence of random numbers. ND4J has one generator for every thread;
 * each pass borrows it and leaves it as it was.
 */
final class Noise {

    private State state;

    private Noise(State state) {
        this.state = state;
    }

    /** Where a generator stands. */
    record State(long root, long node) {

        private static State of(Random generator) {
            return new State(generator.rootState(), generator.nodeState());
        }

        private void writeTo(Random generator) {
            generator.setStates(root, node);
        }
    }

    /** Starts where the current thread's generator stands. */
    static Noise current() {
        return new Noise(State.of(Nd4j.getRandom()));
    }

    /** Does something that draws random numbers, or seeds, without a trace. */
    static <T> T unnoticed(Supplier<T> work) {
        Random generator = Nd4j.getRandom();
        State before = State.of(generator);
        try {
            return work.get();
        } finally {
            before.writeTo(generator);
        }
    }

    /** Makes what follows depend on this seed alone. */
    void seed(long seed) {
        state = unnoticed(() -> {
            Nd4j.getRandom().setSeed(seed);
            return State.of(Nd4j.getRandom());
        });
    }

    State state() {
        return state;
    }

    void restore(State taken) {
        state = taken;
    }

    /** Runs a pass that goes on where the last one stopped. */
    <T> T pass(Supplier<T> work) {
        return unnoticed(() -> {
            Random generator = Nd4j.getRandom();
            state.writeTo(generator);
            try {
                return work.get();
            } finally {
                state = State.of(generator);
            }
        });
    }
}
