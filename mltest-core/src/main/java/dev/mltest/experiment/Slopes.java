package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.Slope;
import dev.mltest.evidence.SlopesEvidence;
import dev.mltest.evidence.SlopesEvidence.Moved;
import dev.mltest.model.ModelUnderTest;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Do gradients say how the loss changes? Along random directions that move every parameter and
 * every real input at once, each tensor in proportion to its size: a wrong gradient of any tensor
 * shows in each direction, unless the direction happens to be nearly at right angles to the error.
 * What it costs does not depend on the number of parameters.
 */
public record Slopes() implements Experiment<SlopesEvidence> {

    /** Directions; each misses an error ten times the tolerance with a probability of 0.08. */
    static final int DIRECTIONS = 3;

    @Override
    public String id() {
        return "slopes";
    }

    @Override
    public Class<SlopesEvidence> evidenceType() {
        return SlopesEvidence.class;
    }

    /** Of a model whose training mode does not repeat, which is then looked at in both modes. */
    @Override
    public Price price(ModelUnderTest model) {
        return SlopeBench.PRICE.plus(Price.forwards(DIRECTIONS * (1L + SlopeAlong.EVALUATIONS)));
    }

    @Override
    public SlopesEvidence perform(Bench bench) {
        try (SlopeBench exact = SlopeBench.of(bench)) {
            SlopeProbe probe = exact.probe();
            List<Moved> tensors = probe.tensors();
            List<String> names = tensors.stream().map(Moved::name).toList();
            List<Slope> slopes = IntStream.range(0, DIRECTIONS)
                    .mapToObj(i ->
                            probe.slope(probe.direction(names, bench.random("direction " + i))))
                    .toList();
            return new SlopesEvidence(exact.point(), slopes, tensors);
        }
    }
}
