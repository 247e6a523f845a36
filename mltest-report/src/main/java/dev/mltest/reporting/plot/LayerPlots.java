package dev.mltest.reporting.plot;

import dev.mltest.evidence.RelationTraceEvidence;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.experiment.FirstSteps;
import dev.mltest.model.Numbers;
import dev.mltest.reporting.plot.Places.Series;
import dev.mltest.reporting.plot.Recording.Seeded;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Figures by layer: gradients and updates, and where a relation is lost. */
final class LayerPlots {

    private static final String GRADIENTS_SAY =
            "Neighbouring layers should lie within a few powers of ten of each other; what gets no"
                    + " gradient or does not move lies at 0, and what starts at 0 moves infinitely far";
    private static final String TRACE_SAYS =
            "Up to the layer that lets go of the relation the error is round-off, from there on it"
                    + " is large";

    private LayerPlots() {}

    static Optional<Plot> gradients(Recording recording, Captions captions) {
        return recording
                .first(new FirstSteps())
                .filter(seen -> !seen.evidence().parameters().isEmpty())
                .map(seen -> gradients(seen, captions));
    }

    private static Plot gradients(Seeded<StepsEvidence> seen, Captions captions) {
        List<ParameterSteps> parameters = seen.evidence().parameters().stream()
                .filter(steps -> steps.parameter().isTrainable() || steps.gradientNorm() > 0)
                .toList();
        return new Places(
                captions.caption(
                        "Gradient and update by parameter",
                        GRADIENTS_SAY,
                        seen.evidence().conditions() + ", " + Captions.seed(seen.seed())),
                "largest norm of the gradient; update relative to the weight",
                parameters.stream().map(steps -> steps.path().text()).toList(),
                List.of(
                        new Series(
                                "gradient norm",
                                parameters.stream()
                                        .map(ParameterSteps::gradientNorm)
                                        .toList()),
                        new Series(
                                "update ratio",
                                parameters.stream().map(LayerPlots::updateRatio).toList())));
    }

    private static double updateRatio(ParameterSteps steps) {
        boolean startsAtZero = Double.isNaN(steps.relativeChange())
                && steps.nonFinite() == 0
                && steps.maxAbsChange() > 0;
        return startsAtZero ? Double.POSITIVE_INFINITY : steps.relativeChange();
    }

    static Stream<Plot> relations(Recording recording, Captions captions) {
        return recording
                .all(
                        question -> question.startsWith("relation-trace(")
                                || question.startsWith("declared-relation-trace("),
                        RelationTraceEvidence.class)
                .stream()
                .filter(seen -> !seen.evidence().layers().isEmpty())
                .map(seen -> relation(seen, captions));
    }

    private static Plot relation(Seeded<RelationTraceEvidence> seen, Captions captions) {
        RelationTraceEvidence trace = seen.evidence();
        String precision = trace.inDouble() ? "in double precision" : "in the model's precision";
        return new Places(
                captions.caption(
                        "Error by layer: " + trace.relation(),
                        TRACE_SAYS,
                        "at the output %s, round-off explains %s; %s, %s"
                                .formatted(
                                        Numbers.text(trace.error()),
                                        Numbers.text(trace.tolerance()),
                                        precision,
                                        Captions.seed(seen.seed()))),
                "error relative to the layer's largest element",
                trace.layers().stream().map(RelationTraceEvidence.Layer::path).toList(),
                List.of(new Series(
                        "relative error",
                        trace.layers().stream()
                                .map(RelationTraceEvidence.Layer::error)
                                .toList())));
    }
}
