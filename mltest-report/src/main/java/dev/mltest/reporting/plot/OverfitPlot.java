package dev.mltest.reporting.plot;

import dev.mltest.evidence.OverfitEvidence;
import dev.mltest.evidence.OverfitEvidence.Curve;
import dev.mltest.experiment.OverfitOneBatch;
import dev.mltest.reporting.plot.Lines.Line;
import dev.mltest.reporting.plot.Lines.Point;
import dev.mltest.reporting.plot.Lines.Style;
import dev.mltest.reporting.plot.Recording.Seeded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The loss while one batch is learnt by heart, and while its inputs are taken away. */
final class OverfitPlot {

    private static final String SAYS =
            "A model that is wired up right learns a few examples by heart. Without their inputs it"
                    + " cannot: the control stays near chance";

    private OverfitPlot() {}

    static Optional<Plot> of(Recording recording, Captions captions) {
        return recording
                .first(new OverfitOneBatch())
                .map(seen -> Lines.of(
                        captions.caption(
                                "Loss while one batch is learnt by heart",
                                SAYS,
                                "%d examples, %s"
                                        .formatted(
                                                seen.evidence().examples(),
                                                Captions.seed(seen.seed()))),
                        "step",
                        "loss",
                        lines(seen),
                        List.of()));
    }

    private static List<Line> lines(Seeded<OverfitEvidence> seen) {
        OverfitEvidence evidence = seen.evidence();
        int steps = Math.max(evidence.real().steps(), evidence.ablated().steps());
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("the attempt", Style.SOLID, points(evidence.real())));
        lines.add(new Line("control without inputs", Style.DASHED, points(evidence.ablated())));
        level("chance", evidence.chance(), steps).ifPresent(lines::add);
        level("floor", evidence.floor(), steps).ifPresent(lines::add);
        return lines;
    }

    private static List<Point> points(Curve curve) {
        return curve.points().stream()
                .map(point -> new Point(point.step(), point.loss()))
                .toList();
    }

    private static Optional<Line> level(String name, double loss, int steps) {
        return Double.isNaN(loss)
                ? Optional.empty()
                : Optional.of(new Line(
                        name,
                        Style.DASHED,
                        List.of(new Point(0, loss), new Point(Math.max(1, steps), loss))));
    }
}
