package dev.mltest.reporting.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.mltest.check.Bound;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Finding;
import dev.mltest.evidence.Price;
import dev.mltest.reporting.view.CheckView;

import java.util.List;
import java.util.Locale;

/** One verdict for programs. */
final class CheckJson {

    private CheckJson() {}

    static void write(ObjectNode node, CheckView check) {
        CheckReport report = check.report();
        node.put("check", report.checkId())
                .put("claim", report.claim())
                .put("because", report.because())
                .put("outcome", check.ending().label())
                .put("remark", check.remark());
        if (report.outcome() instanceof Outcome.Violated violated) {
            node.put("examined", violated.examined());
        }
        measurements(node.putArray("measurements"), check.measurements());
        ArrayNode clues = node.putArray("clues");
        check.clues().forEach(clues::add);
        findings(node.putArray("diagnosis"), check.reported().diagnosis().findings());
        node.put("reproduce", check.reported().reproduce());
        check.reported()
                .declared()
                .ifPresent(line -> node.putObject("declaredAt")
                        .put("file", line.path())
                        .put("line", line.line()));
        ArrayNode seeds = node.putArray("seeds");
        report.seeds().forEach(seeds::add);
        price(node.putObject("price"), report.spent());
        JsonNumbers.put(node, "seconds", report.seconds());
        JsonNumbers.put(node, "falseAlarmRate", report.falseAlarmRate());
        node.put("frozen", check.isFrozen()).put("new", check.isNew());
    }

    private static void measurements(ArrayNode rows, List<Measurement> measurements) {
        measurements.forEach(measured -> {
            ObjectNode row = rows.addObject();
            row.put("locus", measured.locus()).put("quantity", measured.quantity());
            JsonNumbers.put(row, "value", measured.value());
            bound(row.putObject("bound"), measured.allowed());
        });
    }

    private static void bound(ObjectNode node, Bound bound) {
        JsonNumbers.put(node, "low", bound.low());
        JsonNumbers.put(node, "high", bound.high());
        node.put("strict", bound.strict())
                .put("text", bound.describe())
                .put("source", bound.source());
    }

    private static void findings(ArrayNode rows, List<Finding> findings) {
        findings.forEach(finding -> rows.addObject()
                .put("cause", finding.cause())
                .put("statement", finding.statement())
                .put("place", finding.place())
                .put(
                        "standing",
                        finding.standing().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .put("evidence", finding.evidence()));
    }

    private static void price(ObjectNode node, Price price) {
        node.put("forwards", price.forwards())
                .put("backwards", price.backwards())
                .put("steps", price.steps());
    }
}
