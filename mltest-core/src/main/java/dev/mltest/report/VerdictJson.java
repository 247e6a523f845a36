package dev.mltest.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.mltest.check.Bound;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Clue;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.diagnosis.Finding;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Subject;
import dev.mltest.model.SourceLine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** One verdict as JSON, and back. */
final class VerdictJson {

    /** Of what held, so many measurements are kept, those closest to their bounds. */
    static final int MOST_HELD = 100;

    private final ObjectMapper json;

    VerdictJson(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode write(Reported reported) {
        CheckReport report = reported.report();
        ObjectNode verdict = json.createObjectNode();
        verdict.put("model", report.subject().model());
        verdict.set("task", json.valueToTree(report.subject().task()));
        verdict.put("provenance", report.subject().provenance());
        verdict.put("check", report.checkId());
        verdict.put("claim", report.claim()).put("because", report.because());
        verdict.put("outcome", report.outcome().label());
        write(report.outcome(), verdict);
        verdict.set("seeds", json.valueToTree(report.seeds()));
        verdict.put("falseAlarmRate", report.falseAlarmRate());
        verdict.set("price", json.valueToTree(report.spent()));
        verdict.put("seconds", report.seconds());
        verdict.put("reproduce", reported.reproduce());
        reported.declared().ifPresent(line -> verdict.set("declaredAt", json.valueToTree(line)));
        verdict.set("diagnosis", json.valueToTree(reported.diagnosis().findings()));
        return verdict;
    }

    private void write(Outcome outcome, ObjectNode verdict) {
        if (outcome instanceof Outcome.Violated violated) {
            verdict.put("summary", violated.summary()).put("examined", violated.examined());
            violated.worstCase().ifPresent(worst -> verdict.put("worstCase", worst));
            rows(verdict, violated.violations().stream());
            ArrayNode clues = verdict.putArray("clues");
            violated.clues().stream().map(Clue::fact).forEach(clues::add);
        } else if (outcome instanceof Outcome.Held held) {
            verdict.put("note", held.note()).put("examined", held.examined().size());
            rows(verdict, kept(held.examined()));
        } else if (outcome instanceof Outcome.NotApplicable missing) {
            verdict.put("reason", missing.reason());
        }
    }

    private static Stream<Measurement> kept(List<Measurement> held) {
        return held.size() <= MOST_HELD
                ? held.stream()
                : held.stream()
                        .sorted(Comparator.comparingDouble(Measurement::slack))
                        .limit(MOST_HELD);
    }

    private void rows(ObjectNode verdict, Stream<Measurement> measurements) {
        ArrayNode rows = verdict.putArray("measurements");
        measurements.forEach(row -> {
            ObjectNode node = rows.addObject();
            node.put("locus", row.locus()).put("quantity", row.quantity());
            node.set("value", json.valueToTree(row.value()));
            node.put("allowed", row.allowed().describe());
            node.set("bound", json.valueToTree(row.allowed()));
        });
    }

    Reported read(JsonNode verdict) throws JsonProcessingException {
        Subject subject = json.treeToValue(
                json.createObjectNode()
                        .<ObjectNode>set("model", verdict.required("model"))
                        .<ObjectNode>set("task", verdict.required("task"))
                        .set("provenance", verdict.required("provenance")),
                Subject.class);
        CheckReport report = new CheckReport(
                subject,
                text(verdict, "check"),
                text(verdict, "claim"),
                text(verdict, "because"),
                outcome(verdict),
                List.of(json.treeToValue(verdict.required("seeds"), Long[].class)),
                json.treeToValue(verdict.required("price"), Price.class),
                verdict.required("seconds").asDouble(),
                verdict.required("falseAlarmRate").asDouble());
        Finding[] findings = json.treeToValue(verdict.required("diagnosis"), Finding[].class);
        return new Reported(
                report,
                findings.length == 0 ? Diagnosis.nothing() : new Diagnosis(List.of(findings)),
                text(verdict, "reproduce"),
                verdict.has("declaredAt")
                        ? Optional.of(json.treeToValue(verdict.get("declaredAt"), SourceLine.class))
                        : Optional.empty());
    }

    private Outcome outcome(JsonNode verdict) throws JsonProcessingException {
        String label = text(verdict, "outcome");
        return switch (label) {
            case "held" -> new Outcome.Held(measurements(verdict), text(verdict, "note"));
            case "violated" -> violated(verdict);
            case "not applicable" -> new Outcome.NotApplicable(text(verdict, "reason"));
            default -> throw new IllegalArgumentException("'%s' is no outcome".formatted(label));
        };
    }

    private Outcome violated(JsonNode verdict) throws JsonProcessingException {
        List<Clue> clues = new ArrayList<>();
        verdict.required("clues").forEach(fact -> clues.add(new Clue(fact.asText())));
        return new Outcome.Violated(
                text(verdict, "summary"),
                measurements(verdict),
                verdict.required("examined").asInt(),
                clues,
                verdict.has("worstCase")
                        ? OptionalInt.of(verdict.get("worstCase").asInt())
                        : OptionalInt.empty());
    }

    private List<Measurement> measurements(JsonNode verdict) throws JsonProcessingException {
        List<Measurement> rows = new ArrayList<>();
        for (JsonNode row : verdict.required("measurements")) {
            rows.add(new Measurement(
                    text(row, "locus"),
                    text(row, "quantity"),
                    json.treeToValue(row.required("value"), double.class),
                    json.treeToValue(row.required("bound"), Bound.class)));
        }
        return rows;
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asText();
    }
}
