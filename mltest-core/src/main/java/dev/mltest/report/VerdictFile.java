package dev.mltest.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Clue;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.diagnosis.Finding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Verdicts on disk, with the chance of a false alarm and what is behind violations, as JSON. */
public final class VerdictFile {

    private static final String FORMAT = "mltest-verdicts";
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = EvidenceJson.mapper();

    private VerdictFile() {}

    /**
     * Writes verdicts. The file appears whole or not at all.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(
            Path file, List<CheckReport> reports, Map<CheckReport, Diagnosis> diagnoses) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        root.put(
                "falseAlarmRate",
                reports.stream().mapToDouble(CheckReport::falseAlarmRate).sum());
        ArrayNode verdicts = root.putArray("verdicts");
        reports.forEach(report ->
                verdicts.add(verdict(report, diagnoses.getOrDefault(report, Diagnosis.nothing()))));
        try {
            WholeFile.write(file, JSON.writeValueAsBytes(root));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write verdicts to " + file, failed);
        }
    }

    private static ObjectNode verdict(CheckReport report, Diagnosis diagnosis) {
        ObjectNode verdict = JSON.createObjectNode();
        verdict.put("model", report.subject().model()).put("check", report.checkId());
        verdict.put("outcome", report.outcome().label());
        verdict.put("falseAlarmRate", report.falseAlarmRate());
        verdict.set("seeds", JSON.valueToTree(report.seeds()));
        if (report.outcome() instanceof Outcome.Violated violated) {
            verdict.put("summary", violated.summary());
            ArrayNode rows = verdict.putArray("violations");
            violated.violations().forEach(row -> rows.add(row(row)));
            ArrayNode clues = verdict.putArray("clues");
            violated.clues().stream().map(Clue::fact).forEach(clues::add);
        } else if (report.outcome() instanceof Outcome.NotApplicable missing) {
            verdict.put("reason", missing.reason());
        }
        ArrayNode causes = verdict.putArray("diagnosis");
        diagnosis.findings().forEach(finding -> causes.add(cause(finding)));
        return verdict;
    }

    private static ObjectNode row(Measurement row) {
        ObjectNode node = JSON.createObjectNode();
        node.put("locus", row.locus()).put("quantity", row.quantity());
        node.set("value", JSON.valueToTree(row.value()));
        return node.put("allowed", row.allowed().describe());
    }

    private static ObjectNode cause(Finding finding) {
        return JSON.createObjectNode()
                .put("cause", finding.cause())
                .put("statement", finding.statement())
                .put("place", finding.place())
                .put("standing", finding.standing().name())
                .put("evidence", finding.evidence());
    }
}
