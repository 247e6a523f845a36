package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.Slope;
import dev.mltest.evidence.SlopesEvidence.Moved;
import dev.mltest.evidence.TensorSlopesEvidence;
import dev.mltest.evidence.TensorSlopesEvidence.Alone;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;

import java.util.List;
import java.util.stream.IntStream;

/** Which tensor's gradient is wrong? One after the other is moved by itself. */
public record TensorSlopes() implements Experiment<TensorSlopesEvidence> {

    private static final int DIRECTIONS = 2;
    private static final int TENSORS = 100;

    @Override
    public String id() {
        return "tensor-slopes";
    }

    @Override
    public Class<TensorSlopesEvidence> evidenceType() {
        return TensorSlopesEvidence.class;
    }

    /** Of a model whose tensors cannot be counted before: as if there were a hundred. */
    @Override
    public Price price(ModelUnderTest model) {
        long slopes = (long) TENSORS * DIRECTIONS;
        return SlopeBench.PRICE.plus(Price.forwards(slopes * (1 + SlopeAlong.EVALUATIONS)));
    }

    @Override
    public TensorSlopesEvidence perform(Bench bench) {
        try (SlopeBench exact = SlopeBench.of(bench)) {
            SlopeProbe probe = exact.probe();
            return new TensorSlopesEvidence(probe.tensors().stream()
                    .map(tensor -> alone(bench, probe, tensor))
                    .toList());
        }
    }

    private static Alone alone(Bench bench, SlopeProbe probe, Moved tensor) {
        List<Slope> slopes = IntStream.range(0, DIRECTIONS)
                .mapToObj(i -> probe.slope(direction(bench, probe, tensor, i)))
                .toList();
        return new Alone(tensor, slopes);
    }

    private static NamedTensors direction(Bench bench, SlopeProbe probe, Moved tensor, int index) {
        return probe.direction(
                List.of(tensor.name()),
                bench.random("direction " + index + " of " + tensor.name()));
    }
}
