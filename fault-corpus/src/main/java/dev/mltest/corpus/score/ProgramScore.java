package dev.mltest.corpus.score;

import java.util.List;

/**
 * How one arm did on one program.
 *
 * @param id the program's id
 * @param engine its engine
 * @param tier T1 to T3; empty for a correct program
 * @param group kind of fault, or {@code correct}
 * @param arm the arm
 * @param isCorrect whether the program is correct
 * @param standing whether it counts
 * @param verdicts one word for each seed: violated, silent, crashed
 * @param fired what failed it
 * @param detectors checks that failed it under most seeds, and not its twin under the same one
 * @param alarmed failed under most seeds, by whatever
 * @param detected failed under most seeds by a check that does not fail the twin under the same one
 * @param rightProperty the same by a check of a listed property
 * @param localisedTop1 detected, and the first place named is where the fault is
 * @param localisedTop3 detected, and one of the first three places is
 * @param crashed came to no verdict under most seeds
 * @param falselyAlarmed correct, and failed under any seed
 * @param flaky the verdict is not the same under all seeds
 * @param seconds what judging it took, over all seeds
 */
public record ProgramScore(
        String id,
        String engine,
        String tier,
        String group,
        String arm,
        boolean isCorrect,
        Standing standing,
        List<String> verdicts,
        List<Fired> fired,
        List<String> detectors,
        boolean alarmed,
        boolean detected,
        boolean rightProperty,
        boolean localisedTop1,
        boolean localisedTop3,
        boolean crashed,
        boolean falselyAlarmed,
        boolean flaky,
        double seconds) {

    /** Keeps its own copies. */
    public ProgramScore {
        verdicts = List.copyOf(verdicts);
        fired = List.copyOf(fired);
        detectors = List.copyOf(detectors);
    }

    /** Whether it is a faulty program that counts. */
    public boolean isKeptFault() {
        return !isCorrect && standing == Standing.KEPT;
    }

    /** Whether it is a correct program that counts. */
    public boolean isKeptCorrect() {
        return isCorrect && standing == Standing.KEPT;
    }

    /** Its id and engine. */
    public String key() {
        return id + "-" + engine;
    }
}
