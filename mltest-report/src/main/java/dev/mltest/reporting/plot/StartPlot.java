package dev.mltest.reporting.plot;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.StartEvidence;
import dev.mltest.experiment.Start;
import dev.mltest.reporting.plot.Lines.Band;
import dev.mltest.reporting.plot.Lines.Line;
import dev.mltest.reporting.plot.Lines.Point;
import dev.mltest.reporting.plot.Lines.Style;
import dev.mltest.reporting.plot.Recording.Seeded;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Where the loss starts under several seeds, beside what theory allows. */
final class StartPlot {

    private static final String CHECK = "loss-starts-at-theory";
    private static final String SAYS =
            "Before any training the loss is that of a model that knows nothing. Each dot is one"
                    + " batch; the shaded range is what theory allows the mean";

    private StartPlot() {}

    static Optional<Plot> of(Recording recording, List<CheckReport> reports, Captions captions) {
        List<Seeded<StartEvidence>> starts = recording.all(new Start());
        return starts.isEmpty()
                ? Optional.empty()
                : Optional.of(Lines.of(
                        captions.caption(
                                "Loss before training",
                                SAYS,
                                starts.size() == 1
                                        ? Captions.seed(starts.get(0).seed())
                                        : starts.size() + " seeds"),
                        "seed",
                        "loss",
                        lines(starts),
                        theory(reports)));
    }

    private static List<Line> lines(List<Seeded<StartEvidence>> starts) {
        List<Point> batches = starts.stream()
                .flatMap(start -> start.evidence().batches().stream()
                        .map(batch -> new Point(start.seed(), batch.loss())))
                .toList();
        return Stream.of(
                        new Line("each batch", Style.DOTS, batches),
                        mean("mean", Style.SOLID, starts, StartEvidence::loss),
                        mean(
                                "outputs that favour nothing",
                                Style.DASHED,
                                starts,
                                start -> start.mean(StartEvidence.BatchStart::neutralLoss)))
                .filter(line -> line.points().stream().anyMatch(point -> !Double.isNaN(point.y())))
                .toList();
    }

    private static Line mean(
            String name,
            Style style,
            List<Seeded<StartEvidence>> starts,
            ToDoubleFunction<StartEvidence> figure) {
        return new Line(
                name,
                style,
                starts.stream()
                        .map(start ->
                                new Point(start.seed(), figure.applyAsDouble(start.evidence())))
                        .toList());
    }

    private static List<Band> theory(List<CheckReport> reports) {
        return reports.stream()
                .filter(report -> report.checkId().equals(CHECK))
                .flatMap(report -> measurements(report.outcome()).stream())
                .limit(1)
                .map(row ->
                        new Band("theory", row.allowed().low(), row.allowed().high()))
                .toList();
    }

    private static List<Measurement> measurements(Outcome outcome) {
        if (outcome instanceof Outcome.Held held) {
            return held.examined();
        }
        return outcome instanceof Outcome.Violated violated ? violated.violations() : List.of();
    }
}
