package dev.mltest.reporting.view;

import dev.mltest.reporting.results.Results;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Everything that a report shows.
 *
 * @param context the run, what has changed, and what is known
 * @param models by suite and model, those with violations first
 */
public record ReportView(ReportContext context, List<ModelView> models) {

    /** Keeps its own copy. */
    public ReportView {
        models = List.copyOf(models);
    }

    /** Looks at recorded verdicts and evidence. */
    public static ReportView of(Results results, ReportContext context) {
        Sections sections = new Sections(context);
        List<ModelView> models = new ArrayList<>();
        results.suites().forEach(suite -> models.addAll(sections.of(suite)));
        return new ReportView(
                context,
                models.stream()
                        .sorted(Comparator.comparing(model -> model.counts().open() == 0))
                        .toList());
    }

    /** When the run ended, to the minute. */
    public String when() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(context.run().at());
    }

    /** How all verdicts ended. */
    public Counts counts() {
        return Counts.of(
                models.stream().flatMap(model -> model.checks().stream()).toList());
    }
}
