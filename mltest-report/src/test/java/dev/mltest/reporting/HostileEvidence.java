package dev.mltest.reporting;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Counterexample;
import dev.mltest.evidence.Counterexample.Form;
import dev.mltest.evidence.Counterexample.Picture;
import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.OverfitEvidence;
import dev.mltest.evidence.OverfitEvidence.Curve;
import dev.mltest.evidence.OverfitEvidence.Leftover;
import dev.mltest.evidence.OverfitEvidence.Point;
import dev.mltest.evidence.PortraitEvidence;
import dev.mltest.evidence.PortraitEvidence.Histogram;
import dev.mltest.evidence.PortraitEvidence.Influence;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Recorded;
import dev.mltest.evidence.RelationEvidence;
import dev.mltest.evidence.RelationTraceEvidence;
import dev.mltest.evidence.Subject;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.report.EvidenceFile;

import java.nio.file.Path;
import java.util.List;

/** Evidence whose names are markup and whose numbers are none. */
final class HostileEvidence {

    private static final String NAME = Reports.HOSTILE;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private HostileEvidence() {}

    static void write(Path file) {
        EvidenceFile.write(
                file,
                new Subject(NAME, Task.regression(), NAME),
                List.of(
                        seen("overfit-one-batch", overfit()),
                        seen("portrait", portrait()),
                        seen("relation-trace(" + NAME + ")", trace()),
                        seen("relation(" + NAME + ")", relation())));
    }

    private static Recorded seen(String question, Evidence evidence) {
        return new Recorded(question, 42, new Answer.Seen<>(evidence, Price.FREE, 0));
    }

    private static OverfitEvidence overfit() {
        Curve diverging = new Curve(
                2,
                List.of(
                        new Point(0, 1, Double.NaN),
                        new Point(1, INFINITE, 1),
                        new Point(2, Double.NaN, 1)));
        return new OverfitEvidence(
                4, Double.NaN, Double.NaN, 0, diverging, diverging, Leftover.none());
    }

    private static PortraitEvidence portrait() {
        Histogram empty = new Histogram(NAME, Shape.of(2), 0, 0, List.of(), 2);
        Histogram filled = new Histogram(NAME, Shape.of(2, 3), -1, 1, List.of(1L, 5L), 0);
        List<List<Double>> moved = List.of(List.of(1.0, 0.0), List.of(INFINITE, 1e-7));
        return new PortraitEvidence(
                2,
                List.of(empty),
                List.of(filled),
                List.of(filled, empty),
                List.of(),
                List.of(new Influence(NAME, 1, moved)));
    }

    private static RelationTraceEvidence trace() {
        List<RelationTraceEvidence.Layer> layers = List.of(
                new RelationTraceEvidence.Layer(NAME, 0),
                new RelationTraceEvidence.Layer("between", Double.NaN),
                new RelationTraceEvidence.Layer("head", 0.25));
        return new RelationTraceEvidence(NAME, true, 1e-7, 1e-16, 1, 0, layers);
    }

    private static RelationEvidence relation() {
        Form form = new Form(Shape.of(1, 1, 3, 3), 1, NAME);
        Picture picture = new Picture(
                NAME, 1, 3, 3, List.of(0.0, 0.0, 1.0, 0.0, 0.0, Double.NaN, 0.0, 0.0, -1.0));
        Counterexample found = new Counterexample(1, form, form, 1, 0, 3, List.of(picture));
        return new RelationEvidence(NAME, List.of(), 1, NAME, List.of(found), 0);
    }
}
