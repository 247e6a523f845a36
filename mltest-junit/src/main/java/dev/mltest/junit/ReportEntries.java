package dev.mltest.junit;

import dev.mltest.baseline.Standing;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.diagnosis.Finding;
import dev.mltest.model.Numbers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A verdict as JUnit's reports carry it. */
final class ReportEntries {

    private ReportEntries() {}

    /** Measured and allowed are those of the measurement that is worst, or closest to its bound. */
    static Map<String, String> of(CheckReport report, Standing standing) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("check", report.checkId());
        entries.put("outcome", report.outcome().label());
        entries.put(
                "seeds",
                report.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        describe(report.outcome(), standing, entries);
        if (report.falseAlarmRate() > 0) {
            entries.put("false-alarm-rate", Numbers.text(report.falseAlarmRate()));
        }
        entries.put("price", report.spent().toString());
        entries.put("seconds", String.format(Locale.ROOT, "%.3f", report.seconds()));
        entries.values().removeIf(String::isBlank);
        return entries;
    }

    /** What is behind violations. */
    static Map<String, String> of(List<CheckReport> reports, Diagnosis diagnosis) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(
                "checks",
                reports.stream().map(CheckReport::checkId).collect(Collectors.joining(", ")));
        entries.put("most-likely", listed(diagnosis.confirmed()));
        entries.put("ruled-out", listed(diagnosis.refuted()));
        entries.values().removeIf(String::isBlank);
        return entries;
    }

    private static String listed(List<Finding> findings) {
        return findings.stream()
                .map(finding -> "%s at %s: %s"
                        .formatted(finding.cause(), finding.place(), finding.evidence()))
                .collect(Collectors.joining("\n"));
    }

    private static void describe(Outcome outcome, Standing standing, Map<String, String> entries) {
        if (outcome instanceof Outcome.NotApplicable notApplicable) {
            entries.put("reason", notApplicable.reason());
        } else if (outcome instanceof Outcome.Held held) {
            describe(held.decisive(), entries);
            entries.put("note", held.note());
        } else if (outcome instanceof Outcome.Violated violated) {
            entries.put("summary", violated.summary());
            describe(violated.decisive(), entries);
            entries.put("known", standing.remark());
        }
    }

    private static void describe(Optional<Measurement> shown, Map<String, String> entries) {
        shown.ifPresent(measurement -> {
            String value = Numbers.text(measurement.value());
            entries.put(
                    "measured",
                    "%s %s = %s".formatted(measurement.locus(), measurement.quantity(), value));
            entries.put("allowed", measurement.allowed().describe());
        });
    }
}
