package dev.mltest.corpus.score;

import dev.mltest.corpus.arm.Arm;
import dev.mltest.corpus.result.WholeFile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The page of results: the arms side by side, then program by program. */
public final class ResultsPage {

    private static final String HEAD = """
            # Results of the fault corpus

            Written by the full pass (see README.md beside this page); never by hand.

            Every program runs under five seeds. *Alarm*: some failure under most seeds. *Detected*: under most
            seeds, a failure by a check that does not fail the correct twin under the same seed. *Right
            property*: detected by a check of a property that `faults.csv` lists. *Top 1, top 3*: detected, and
            the first place named, or one of the first three, is where the fault is. *False alarm*: any failure of
            a correct program under any seed. *Flaky*: the verdict depends on the seed. J is Youden's: alarms on
            faults less false alarms; 0 for an arm that always fails or never does. A program is one id in one
            engine. Only faults that their oracle confirmed count, and only correct programs that learn; faults
            of T3 stand apart. Intervals are 95 %: Clopper and Pearson for rates, Newcombe for J, Jeffreys for
            the mean over groups; they take a fault in two engines for two, so they are somewhat narrow. Seconds are spent by one arm on all programs and seeds, the evidence it looks at
            included even if another arm had asked for it.

            """;

    private final Scores scores;
    private final List<Arm> arms;

    private ResultsPage(Scores scores, List<Arm> arms) {
        this.scores = scores;
        this.arms = arms;
    }

    /** Writes the page, whole or not at all. */
    public static void write(Path file, Scores scores, List<Arm> arms) {
        WholeFile.write(file, new ResultsPage(scores, arms).text());
    }

    private String text() {
        return (HEAD
                                + "## The arms side by side\n\n"
                                + sideBySide()
                                + ScopeSection.ofModelAndTraining(scores).text()
                                + ScopeSection.ofProperties(scores).text()
                                + "## Detected, by tier and engine\n\n"
                                + byTierAndEngine()
                                + "## Detected, by group of faults\n\n"
                                + byGroup()
                                + new CheckSection(scores).text()
                                + new ComparisonSection(scores).text()
                                + new OracleSection(scores).text()
                                + new ProgramSection(scores).text()
                                + "## Where the rules come from\n\n"
                                + sources())
                        .stripTrailing()
                + "\n";
    }

    private String sideBySide() {
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : arms) {
            Tally tally = scores.tally(arm.name());
            Youden youden = new Youden(tally.alarms(), tally.falseAlarmRate());
            Balanced balanced = scores.balanced(arm.name());
            rows.add(List.of(
                    arm.name(),
                    Tables.number(youden.value(), youden.interval()),
                    Tables.rate(tally.alarms()),
                    Tables.rate(tally.detection()),
                    Tables.percent(balanced.value(), balanced.interval()),
                    String.valueOf(tally.rightProperty()),
                    String.valueOf(tally.localisedTop1()),
                    String.valueOf(tally.localisedTop3()),
                    Tables.rate(tally.falseAlarmRate()),
                    String.valueOf(tally.crashed()),
                    String.valueOf(tally.flaky()),
                    "%.0f".formatted(tally.seconds())));
        }
        return Tables.table(
                List.of(
                        "arm",
                        "J",
                        "alarms on faults",
                        "detected",
                        "detected, mean of groups",
                        "right property",
                        "top 1",
                        "top 3",
                        "false alarms",
                        "crashed",
                        "flaky",
                        "seconds"),
                rows);
    }

    private String byTierAndEngine() {
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : arms) {
            Map<String, Tally> tiers = scores.byTier(arm.name());
            Map<String, Tally> engines = scores.by(arm.name(), ProgramScore::engine);
            rows.add(List.of(
                    arm.name(),
                    detection(tiers, "T1"),
                    detection(tiers, "T2"),
                    detection(tiers, "T3"),
                    detection(engines, "DJL"),
                    detection(engines, "DL4J"),
                    falseAlarms(engines, "DJL"),
                    falseAlarms(engines, "DL4J")));
        }
        return Tables.table(
                List.of(
                        "arm",
                        "T1",
                        "T2",
                        "T3 (apart)",
                        "DJL",
                        "DL4J",
                        "false alarms, DJL",
                        "false alarms, DL4J"),
                rows);
    }

    private static String detection(Map<String, Tally> tallies, String label) {
        return tallies.containsKey(label) ? Tables.rate(tallies.get(label).detection()) : "-";
    }

    private static String falseAlarms(Map<String, Tally> tallies, String label) {
        return tallies.containsKey(label) ? Tables.rate(tallies.get(label).falseAlarmRate()) : "-";
    }

    private String byGroup() {
        List<String> heads = new ArrayList<>(List.of("group"));
        arms.forEach(arm -> heads.add(arm.name()));
        List<List<String>> rows = new ArrayList<>();
        Function<Arm, Map<String, Tally>> groups =
                arm -> scores.by(arm.name(), ProgramScore::group);
        for (String group : groups.apply(arms.get(0)).keySet()) {
            List<String> row = new ArrayList<>(List.of(group));
            for (Arm arm : arms) {
                Tally tally = groups.apply(arm).get(group);
                row.add(tally == null ? "-" : tally.detected() + "/" + tally.faults());
            }
            if (!group.equals("correct")) {
                rows.add(row);
            }
        }
        return Tables.table(heads, rows);
    }

    private String sources() {
        StringBuilder text = new StringBuilder();
        arms.forEach(arm -> text.append("- ")
                .append(arm.name())
                .append(": ")
                .append(arm.source())
                .append('\n'));
        return text.append('\n').toString();
    }
}
