package dev.mltest.corpus.program;

import java.util.List;
import java.util.function.Function;

/**
 * One small edit of a carrier, in each engine that can express it, and what shows what it is: an
 * oracle that finds a fault broken and its twin whole, or a correct program working.
 *
 * @param programs one for each engine
 * @param oracle shows it
 */
public record Edit(List<Program> programs, Oracle oracle) {

    /** Keeps its own copy. */
    public Edit {
        programs = List.copyOf(programs);
    }

    /** The edited programs, one for each engine. */
    public static Edited of(Program... programs) {
        return new Edited(List.of(programs));
    }

    /** The same edit of the data in both engines. */
    public static <D extends Data> Edited in(
            D data, Function<? super D, Program> djl, Function<? super D, Program> dl4j) {
        return of(djl.apply(data), dl4j.apply(data));
    }

    /** Edited programs that still lack their oracle. */
    public record Edited(List<Program> programs) {

        /** Completes the edit. */
        public Edit shownBy(Oracle oracle) {
            return new Edit(programs, oracle);
        }
    }
}
