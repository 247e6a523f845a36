package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.SaturatedLossEvidence;
import dev.mltest.evidence.SlopesEvidence.Moved;
import dev.mltest.experiment.LossAround.Example;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Does the loss of some examples stand still while their outputs move? Losses that clip
 * probabilities are flat beyond the clip, and many hand back the gradient as if they were not.
 */
public record SaturatedLoss() implements Experiment<SaturatedLossEvidence> {

    private static final int SIDES = 2;

    @Override
    public String id() {
        return "saturated-loss";
    }

    @Override
    public Class<SaturatedLossEvidence> evidenceType() {
        return SaturatedLossEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return SlopeBench.PRICE.plus(Price.forwards(SIDES));
    }

    @Override
    public SaturatedLossEvidence perform(Bench bench) {
        try (SlopeBench exact = SlopeBench.of(bench)) {
            SlopeProbe probe = exact.probe();
            List<String> names = probe.tensors().stream().map(Moved::name).toList();
            NamedTensors direction = probe.direction(names, bench.random("direction 0"));
            List<Example> right = probe.examples(direction, 1);
            List<Example> left = probe.examples(direction, -1);
            return new SaturatedLossEvidence(
                    right.size(),
                    IntStream.range(0, right.size())
                            .filter(i -> right.get(i).loss() == left.get(i).loss())
                            .filter(i ->
                                    !right.get(i).outputs().equals(left.get(i).outputs()))
                            .mapToObj(i -> right.get(i).loss())
                            .toList());
        }
    }
}
