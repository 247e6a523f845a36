package dev.mltest.benchmark;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.Answer;
import dev.mltest.evidence.RelationEvidence;
import dev.mltest.evidence.RelationEvidence.Case;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Numbers;
import dev.mltest.relation.RelationCases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Relations by domain: models that satisfy one by construction, and models that break it subtly,
 * all of them predictors in plain Java, without parameters, loss or a twin in double precision.
 */
public final class RelationTable {

    private static final int SEEDS = 5;
    private static final int RUNS = 200;

    private RelationTable() {}

    /** Writes {@code results/relations.md} below the module's folder, the first argument. */
    public static void main(String[] args) throws IOException {
        List<RelationSubject> subjects = subjects();
        ResultPage page = new ResultPage("relations", "Relations by domain");
        page.paragraph("For each relation a model that satisfies it by construction and models that"
                + " break it subtly, in single precision. %d seeds each decide weights, data and"
                        .formatted(SEEDS)
                + " drawn changes. *Worst error* and *tolerance* are those of the case with the"
                + " largest ratio under seed 1. All are mere predictors: nothing but the measured"
                + " tolerance separates round-off from a broken relation.");
        page.heading("Verdicts");
        page.table(
                List.of("domain: model", "relation", "right verdict", "worst error", "tolerance"),
                subjects.stream().map(RelationTable::verdicts).toList());
        page.heading("Counterexamples, before and after they are made simple");
        page.table(
                List.of("model", "before", "after"),
                subjects.stream()
                        .filter(subject -> !subject.holds())
                        .map(RelationTable::counterexample)
                        .toList());
        page.heading("False alarms");
        page.paragraph(falseAlarms(subjects, RUNS));
        page.write(Path.of(args[0]));
    }

    static List<RelationSubject> subjects() {
        return Stream.of(GridSubjects.all(), CloudSubjects.all(), TableSubjects.all())
                .flatMap(List::stream)
                .toList();
    }

    /** How many of the first seeds give the right verdict. */
    static long right(RelationSubject subject, int seeds) {
        return LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> outcome(subject, seed))
                .filter(outcome -> subject.holds()
                        ? outcome instanceof Outcome.Held
                        : outcome instanceof Outcome.Violated)
                .count();
    }

    /** What is said of correct models, each under many seeds. */
    static String falseAlarms(List<RelationSubject> subjects, int seeds) {
        List<RelationSubject> correct =
                subjects.stream().filter(RelationSubject::holds).toList();
        int alarms = 0;
        int undecided = 0;
        double closest = 0;
        for (RelationSubject subject : correct) {
            for (long seed = 1; seed <= seeds; seed++) {
                Outcome outcome = outcome(subject, seed);
                alarms += outcome instanceof Outcome.Violated ? 1 : 0;
                undecided += outcome instanceof Outcome.NotApplicable ? 1 : 0;
                closest = Math.max(closest, ratio(worst(evidence(subject, seed))));
            }
        }
        return "%d correct models under %d seeds each: %d of %d runs accused, %d not applicable; the largest error was %s of its tolerance."
                .formatted(
                        correct.size(),
                        seeds,
                        alarms,
                        correct.size() * seeds,
                        undecided,
                        Numbers.text(closest));
    }

    private static List<String> verdicts(RelationSubject subject) {
        Case worst = worst(evidence(subject, 1));
        return List.of(
                subject.domain() + ": " + subject.name(),
                subject.relation().describe(),
                "%s %d/%d"
                        .formatted(
                                subject.holds() ? "held" : "violated",
                                right(subject, SEEDS),
                                SEEDS),
                Numbers.text(worst.error()),
                Numbers.text(worst.tolerance()));
    }

    private static List<String> counterexample(RelationSubject subject) {
        RelationEvidence evidence = evidence(subject, 1);
        Case worst = worst(evidence);
        List<String> before = new ArrayList<>();
        subject.data()
                .apply(new Random(1))
                .asMap()
                .forEach((name, input) -> before.add(name + " " + input.shape().withRows(1)));
        return List.of(
                subject.domain() + ": " + subject.name(),
                "example %d, %s, under %s"
                        .formatted(
                                worst.example(), String.join(", ", before), worst.transformation()),
                evidence.smallest());
    }

    private static Outcome outcome(RelationSubject subject, long seed) {
        try (Laboratory laboratory = new Laboratory(subject.under(seed))) {
            CheckReport report = new CheckRunner(laboratory, Budget.unlimited())
                    .run(DefaultChecks.relationHolds(subject.relation()), seed);
            return report.outcome();
        }
    }

    private static RelationEvidence evidence(RelationSubject subject, long seed) {
        try (Laboratory laboratory = new Laboratory(subject.under(seed))) {
            Answer<RelationEvidence> answer =
                    laboratory.ask(new RelationCases(subject.relation()), seed);
            return ((Answer.Seen<RelationEvidence>) answer).evidence();
        }
    }

    private static Case worst(RelationEvidence evidence) {
        return evidence.cases().stream()
                .max(Comparator.comparingDouble(RelationTable::ratio))
                .orElseThrow();
    }

    private static double ratio(Case found) {
        return found.error() == 0 ? 0 : found.error() / found.tolerance();
    }
}
