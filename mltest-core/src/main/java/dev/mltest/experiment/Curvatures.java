package dev.mltest.experiment;

import dev.mltest.evidence.CurvaturesEvidence;
import dev.mltest.evidence.CurvaturesEvidence.Curvature;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.SlopesEvidence.Moved;
import dev.mltest.model.ModelUnderTest;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Do gradients change as the loss bends? Second derivatives between random directions, by
 * differences of gradients, which have to be the same in either order, and by those of the loss.
 */
public record Curvatures() implements Experiment<CurvaturesEvidence> {

    private static final int PAIRS = 3;

    @Override
    public String id() {
        return "curvatures";
    }

    @Override
    public Class<CurvaturesEvidence> evidenceType() {
        return CurvaturesEvidence.class;
    }

    /** Of a model whose training mode does not repeat, which is then looked at in both modes. */
    @Override
    public Price price(ModelUnderTest model) {
        return SlopeBench.PRICE.plus(CurvatureBetween.PRICE.times(PAIRS));
    }

    @Override
    public CurvaturesEvidence perform(Bench bench) {
        try (SlopeBench exact = SlopeBench.of(bench)) {
            SlopeProbe probe = exact.probe();
            List<String> names = probe.tensors().stream().map(Moved::name).toList();
            List<Curvature> pairs = IntStream.range(0, PAIRS)
                    .mapToObj(i -> probe.curvature(
                            probe.direction(names, bench.random("direction u " + i)),
                            probe.direction(names, bench.random("direction v " + i))))
                    .toList();
            return new CurvaturesEvidence(exact.point(), pairs);
        }
    }
}
