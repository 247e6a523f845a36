package dev.mltest.experiment;

import dev.mltest.evidence.NudgeTraceEvidence;
import dev.mltest.evidence.NudgeTraceEvidence.Trace;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where does the effect of nudging these parameters end, and has the loss a slope there? Asked
 * about parameters that receive no gradient, for the cause.
 *
 * @param paths the parameters
 */
public record NudgeTraces(List<ParameterPath> paths) implements Experiment<NudgeTraceEvidence> {

    /** Keeps its own copy. */
    public NudgeTraces {
        paths = List.copyOf(paths);
    }

    @Override
    public String id() {
        return paths.stream()
                .map(ParameterPath::text)
                .collect(Collectors.joining(",", "nudge-traces(", ")"));
    }

    @Override
    public Class<NudgeTraceEvidence> evidenceType() {
        return NudgeTraceEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(2 + 4L * paths.size());
    }

    @Override
    public NudgeTraceEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch batch = bench.batch(0);
        LayerStand before = LayerStand.of(bench, model, batch);
        List<Trace> traces = new ArrayList<>();
        try (Snapshot start = model.snapshot()) {
            for (ParameterPath path : paths) {
                Nudges.nudge(bench, model, path, 1);
                LayerStand up = LayerStand.of(bench, model, batch);
                model.restore(start);
                Nudges.nudge(bench, model, path, -1);
                LayerStand down = LayerStand.of(bench, model, batch);
                model.restore(start);
                traces.add(before.trace(path, up, down));
            }
        }
        return new NudgeTraceEvidence(before.loss(), traces);
    }
}
