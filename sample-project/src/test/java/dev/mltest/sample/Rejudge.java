package dev.mltest.sample;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.CheckSuite;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.library.DefaultChecks;
import dev.mltest.report.EvidenceFile;
import dev.mltest.report.FailureText;

import java.nio.file.Path;
import java.util.List;

/** Judges recorded evidence; needs mltest-core and no framework. Arguments: the file and a seed. */
public final class Rejudge {

    private Rejudge() {}

    /** Prints every verdict. */
    public static void main(String[] arguments) {
        EvidenceSource evidence = EvidenceFile.read(Path.of(arguments[0]));
        System.out.println(verdicts(evidence, Long.parseLong(arguments[1])));
    }

    /** Every outcome of the default suite, whole failure texts included. */
    static String verdicts(EvidenceSource evidence, long seed) {
        CheckSuite suite = DefaultChecks.suite();
        List<CheckReport> reports = new CheckRunner(evidence, Budget.unlimited()).run(suite, seed);
        StringBuilder text = new StringBuilder();
        for (CheckReport report : reports) {
            String detail = report.outcome() instanceof Outcome.Violated
                    ? FailureText.of(report, "seed " + seed)
                    : report.outcome().toString();
            text.append(report.checkId()).append(": ").append(detail).append('\n');
        }
        return text.toString();
    }
}
