package dev.mltest.reporting.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.mltest.baseline.KnownViolation;
import dev.mltest.reporting.history.Comparison;
import dev.mltest.reporting.view.Counts;
import dev.mltest.reporting.view.ModelView;
import dev.mltest.reporting.view.ReportView;

/** The report for programs, as {@code report.schema.json} describes it. */
public final class JsonReport {

    private static final String FORMAT = "mltest-report";
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private JsonReport() {}

    /** The whole document. */
    public static String of(ReportView report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        ObjectNode run = root.putObject("run");
        run.put("at", report.context().run().at().toString());
        run.put("branch", report.context().run().branch());
        run.put("commit", report.context().run().commit());
        counts(root.putObject("summary"), report.counts());
        ArrayNode models = root.putArray("models");
        report.models().forEach(model -> model(models.addObject(), model));
        ArrayNode comparisons = root.putArray("comparisons");
        report.context()
                .comparisons()
                .forEach(comparison -> comparison(comparisons.addObject(), comparison));
        ArrayNode known = root.putArray("known");
        report.context().known().forEach(violation -> known(known.addObject(), violation));
        return root.toPrettyString() + "\n";
    }

    private static void counts(ObjectNode node, Counts counts) {
        node.put("violated", counts.violated())
                .put("known", counts.known())
                .put("held", counts.held())
                .put("notApplicable", counts.notApplicable());
    }

    private static void model(ObjectNode node, ModelView model) {
        node.put("suite", model.suite()).put("model", model.subject().model());
        node.put("task", model.subject().task().describe());
        node.put("provenance", model.subject().provenance());
        counts(node.putObject("summary"), model.counts());
        ArrayNode checks = node.putArray("checks");
        model.checks().forEach(check -> CheckJson.write(checks.addObject(), check));
    }

    private static void comparison(ObjectNode node, Comparison comparison) {
        node.put("against", comparison.against());
        ArrayNode changes = node.putArray("changes");
        comparison
                .changes()
                .forEach(change -> changes.addObject()
                        .put("model", change.model())
                        .put("check", change.check())
                        .put("before", change.before())
                        .put("after", change.after()));
        ArrayNode drifts = node.putArray("drifts");
        comparison.drifts().forEach(drift -> {
            ObjectNode moved = drifts.addObject()
                    .put("model", drift.model())
                    .put("check", drift.check())
                    .put("locus", drift.locus())
                    .put("quantity", drift.quantity());
            JsonNumbers.put(moved, "before", drift.before());
            JsonNumbers.put(moved, "after", drift.after());
        });
    }

    private static void known(ObjectNode node, KnownViolation known) {
        node.put("model", known.model())
                .put("check", known.check())
                .put("reason", known.reason())
                .put("since", known.since().toString())
                .put("until", known.until().toString());
    }
}
