package dev.mltest.corpus.score;

import java.util.List;
import java.util.function.Predicate;

/**
 * Counts over some programs for one arm. Only faults that their oracle confirmed and correct
 * programs that learn are counted; the rest stands apart.
 *
 * @param arm the arm
 * @param faults faulty programs
 * @param alarmed failed, be it by a check that fails their twin too
 * @param detected failed by a check that does not fail their twin
 * @param rightProperty detected by a check of a listed property
 * @param localisedTop1 detected, the first place named is the right one
 * @param localisedTop3 detected, one of the first three places is
 * @param blockedByEngine faulty programs that the engine itself refuses; not among the faults
 * @param crashed programs under which the arm came to no verdict
 * @param correctPrograms correct programs, carriers included
 * @param falseAlarms correct programs that it failed under any seed
 * @param flaky programs on which its verdict depends on the seed
 * @param seconds what all that took, over all seeds
 */
public record Tally(
        String arm,
        int faults,
        int alarmed,
        int detected,
        int rightProperty,
        int localisedTop1,
        int localisedTop3,
        int blockedByEngine,
        int crashed,
        int correctPrograms,
        int falseAlarms,
        int flaky,
        double seconds) {

    static Tally of(String arm, List<ProgramScore> all) {
        List<ProgramScore> faults =
                all.stream().filter(ProgramScore::isKeptFault).toList();
        List<ProgramScore> correct =
                all.stream().filter(ProgramScore::isKeptCorrect).toList();
        return new Tally(
                arm,
                faults.size(),
                count(faults, ProgramScore::alarmed),
                count(faults, ProgramScore::detected),
                count(faults, ProgramScore::rightProperty),
                count(faults, ProgramScore::localisedTop1),
                count(faults, ProgramScore::localisedTop3),
                count(all, score -> !score.isCorrect() && score.standing() == Standing.BLOCKED),
                count(faults, ProgramScore::crashed) + count(correct, ProgramScore::crashed),
                correct.size(),
                count(correct, ProgramScore::falselyAlarmed),
                count(faults, ProgramScore::flaky) + count(correct, ProgramScore::flaky),
                all.stream().mapToDouble(ProgramScore::seconds).sum());
    }

    private static int count(List<ProgramScore> scores, Predicate<ProgramScore> which) {
        return Math.toIntExact(scores.stream().filter(which).count());
    }

    /** Part of the faults that are detected. */
    public Rate detection() {
        return new Rate(detected, faults);
    }

    /** Part of the faults on which there is any alarm. */
    public Rate alarms() {
        return new Rate(alarmed, faults);
    }

    /** Part of the correct programs on which there is an alarm. */
    public Rate falseAlarmRate() {
        return new Rate(falseAlarms, correctPrograms);
    }
}
