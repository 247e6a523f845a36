package dev.mltest.reporting;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.diagnosis.Diagnostician;
import dev.mltest.evidence.Subject;
import dev.mltest.experiment.Laboratory;
import dev.mltest.experiment.Portrait;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.EvidenceFile;
import dev.mltest.report.Reported;
import dev.mltest.report.VerdictFile;

import java.nio.file.Path;
import java.util.List;

/** Leaves behind what a test class would: verdicts and evidence. */
public final class RecordedRun {

    private static final long SEED = 42;

    private RecordedRun() {}

    /** Of the default checks, a suite named after the model. */
    public static List<Reported> write(Path directory, ModelUnderTest model) {
        try (Laboratory laboratory = new Laboratory(model)) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            List<CheckReport> reports = runner.run(DefaultChecks.suite(), SEED);
            Diagnosis diagnosis = new Diagnostician(runner).diagnose(reports);
            Subject subject = laboratory.subject();
            EvidenceFile.write(
                    directory.resolve(fileName(model) + ".cpu.json"),
                    subject,
                    Portrait.besideRecordingsOf(laboratory));
            List<Reported> verdicts = reports.stream()
                    .map(report -> reported(report, diagnosis, model))
                    .toList();
            VerdictFile.write(directory.resolve(fileName(model) + ".verdicts.json"), verdicts);
            return verdicts;
        }
    }

    private static Reported reported(
            CheckReport report, Diagnosis diagnosis, ModelUnderTest model) {
        boolean violated = report.outcome() instanceof Outcome.Violated;
        return new Reported(
                report,
                violated ? diagnosis : Diagnosis.nothing(),
                ".withSeed(" + SEED + ")",
                model.describedAt());
    }

    private static String fileName(ModelUnderTest model) {
        return model.name().replaceAll("[^a-zA-Z0-9-]+", "-");
    }
}
