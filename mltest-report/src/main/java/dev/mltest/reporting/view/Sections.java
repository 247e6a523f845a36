package dev.mltest.reporting.view;

import dev.mltest.check.CheckReport;
import dev.mltest.report.Reported;
import dev.mltest.reporting.history.Comparison;
import dev.mltest.reporting.results.Suite;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts verdicts and evidence of each model of a suite together. */
final class Sections {

    private final ReportContext context;
    private final LocalDate today;
    private int made;

    Sections(ReportContext context) {
        this.context = context;
        this.today = LocalDate.ofInstant(context.run().at(), ZoneOffset.UTC);
    }

    List<ModelView> of(Suite suite) {
        Map<String, List<Reported>> byModel = new LinkedHashMap<>();
        suite.verdicts()
                .forEach(verdict -> byModel.computeIfAbsent(
                                verdict.report().subject().model(), unseen -> new ArrayList<>())
                        .add(verdict));
        return byModel.values().stream()
                .map(verdicts -> section(suite, verdicts))
                .toList();
    }

    private ModelView section(Suite suite, List<Reported> verdicts) {
        String id = "model" + ++made;
        List<CheckView> checks = new ArrayList<>();
        for (Reported verdict : verdicts) {
            checks.add(check(id + "-check" + (checks.size() + 1), verdict));
        }
        checks.sort(Comparator.comparing(CheckView::ending));
        List<CheckReport> reports = verdicts.stream().map(Reported::report).toList();
        Exhibits exhibits = new Exhibits(id, reports);
        suite.evidence().forEach(exhibits::add);
        return new ModelView(
                id,
                suite.name(),
                reports.get(0).subject(),
                checks,
                exhibits.gallery(),
                exhibits.troubles());
    }

    private CheckView check(String id, Reported verdict) {
        String model = verdict.report().subject().model();
        String check = verdict.report().checkId();
        return new CheckView(
                id,
                verdict,
                context.known().stream()
                        .filter(known ->
                                known.model().equals(model) && known.check().equals(check))
                        .findFirst(),
                today,
                context.comparisons().stream()
                        .flatMap(comparison -> comparison.changes().stream())
                        .filter(Comparison.Change::isNewViolation)
                        .anyMatch(change ->
                                change.model().equals(model) && change.check().equals(check)));
    }
}
