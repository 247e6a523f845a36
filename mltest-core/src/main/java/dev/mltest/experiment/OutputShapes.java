package dev.mltest.experiment;

import dev.mltest.evidence.OutputShapesEvidence;
import dev.mltest.evidence.OutputShapesEvidence.Named;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;

import java.util.List;

/** Which shapes do the outputs have, and which the targets they are compared with? */
public record OutputShapes() implements Experiment<OutputShapesEvidence> {

    @Override
    public String id() {
        return "output-shapes";
    }

    @Override
    public Class<OutputShapesEvidence> evidenceType() {
        return OutputShapesEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(1);
    }

    @Override
    public OutputShapesEvidence perform(Bench bench) {
        Batch batch = bench.batch(0);
        return new OutputShapesEvidence(
                batch.size(), named(bench.predictor().predict(batch)), named(batch.targets()));
    }

    private static List<Named> named(NamedTensors tensors) {
        return tensors.asMap().entrySet().stream()
                .map(entry -> new Named(entry.getKey(), entry.getValue().shape()))
                .toList();
    }
}
